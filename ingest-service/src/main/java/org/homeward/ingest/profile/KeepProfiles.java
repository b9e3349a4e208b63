package org.homeward.ingest.profile;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Writes profiles that hold, and gives them to devices. A key whose code or unit is wrong would
/// refuse every reading of every device that has the profile, so it is refused here.
@ApplicationScoped
public class KeepProfiles {
    private final ProfileStore store;
    private final DeviceProfiles devices;
    private final Units units;
    private final Event<Profiles.Changed> changed;

    @Inject
    KeepProfiles(
            ProfileStore store,
            DeviceProfiles devices,
            Units units,
            Event<Profiles.Changed> changed) {
        this.store = store;
        this.devices = devices;
        this.units = units;
        this.changed = changed;
    }

    /// Adds or replaces; empty if another version stands there.
    ///
    /// @throws Problem 422 if a key's code or unit is none that can be charted
    public Uni<Optional<ProfileStore.Kept>> put(Profile profile, int version, String by) {
        check(profile, units);
        return store.put(profile, version, by).invoke(() -> changed.fire(new Profiles.Changed()));
    }

    /// Gives a device a profile, or takes it away; empty if there is no such device.
    public Uni<Optional<UUID>> give(UUID device, @Nullable String profile) {
        return devices.give(device, profile)
                .onFailure(DeviceProfiles.Unknown.class)
                .transform(_ -> unknown())
                .invoke(() -> changed.fire(new Profiles.Changed()));
    }

    /// Makes sure that there is this profile.
    ///
    /// @throws Problem 422 if there is no such profile
    public Uni<Void> require(String profile) {
        return store.find(profile)
                .map(found -> found.orElseThrow(KeepProfiles::unknown))
                .replaceWithVoid();
    }

    private static Problem unknown() {
        return new Problem(422, "UNKNOWN_PROFILE", "profile: there is no such profile")
                .field("profile", "there is no such profile");
    }

    static void check(Profile profile, Units units) {
        for (Map.Entry<String, Profile.Meaning> key : profile.keys().entrySet()) {
            Profile.Meaning meaning = key.getValue();
            String path = "keys." + key.getKey();
            Optional<Code> code = CodeTable.standard().find("", meaning.code());
            if (code.isEmpty()) {
                throw wrong(path + ".code", "UNKNOWN_CODE", "not in the table of codes");
            }
            if (code.get().kind() != Code.Kind.QUANTITY
                    && code.get().kind() != Code.Kind.COMPONENT) {
                throw wrong(path + ".code", "UNSUPPORTED_VALUE", "takes no number");
            }
            if (units.between(meaning.unit(), code.get().unit()).isEmpty()) {
                throw wrong(path + ".unit", "UNCONVERTIBLE_UNIT", "does not fit the code");
            }
        }
    }

    private static Problem wrong(String path, String code, String cause) {
        return new Problem(422, code, path + ": " + cause).field(path, cause);
    }
}
