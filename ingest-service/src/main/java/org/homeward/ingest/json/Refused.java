package org.homeward.ingest.json;

import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// A whole body is refused.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable UUID named;

    public Refused(int status, String code, String detail) {
        this(status, code, detail, null);
    }

    private Refused(int status, String code, String detail, @Nullable UUID named) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.named = named;
    }

    /// The body names another device than the one whose credential it came with.
    ///
    /// @param named null if it is no id at all
    public static Refused otherDevice(@Nullable UUID named) {
        return new Refused(
                403, Refusal.OTHER_DEVICE, "deviceId: the credential is another device's", named);
    }

    /// The same where the sender is a hub, which may speak for some.
    public static Refused notAuthorised() {
        return new Refused(
                403,
                Refusal.NOT_AUTHORISED_FOR_DEVICE,
                "deviceId: the hub does not act for it now");
    }

    /// The other device that the body names; empty if it is refused for another reason.
    public Optional<UUID> named() {
        return Optional.ofNullable(named);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
