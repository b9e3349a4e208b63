package org.homeward.ingest.http.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.profile.ProfileStore;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A profile as it is written and shown. The id and version of a body are not read: the route and
/// `If-Match` say them.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileView(
        @Nullable String id,
        @Nullable String name,
        @Nullable Integer version,
        @Nullable Map<String, @Nullable KeyView> keys) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST_KEYS = 200;
    private static final int LONGEST = 100;

    /// What one key means.
    public record KeyView(@Nullable String code, @Nullable String unit) {}

    static ProfileView of(ProfileStore.Kept kept) {
        Map<String, @Nullable KeyView> keys = new HashMap<>();
        kept.profile().keys().forEach((key, m) -> keys.put(key, new KeyView(m.code(), m.unit())));
        return new ProfileView(kept.profile().id(), kept.profile().name(), kept.version(), keys);
    }

    Profile profile(String route) {
        if (!ID.matcher(route).matches()) {
            throw invalid("id", "is not 1 to 64 of a to z, 0 to 9 and -");
        }
        if (keys == null || keys.isEmpty() || keys.size() > MOST_KEYS) {
            throw invalid("keys", "is not 1 to " + MOST_KEYS + " keys");
        }
        Map<String, Profile.Meaning> meanings = new HashMap<>();
        for (Map.Entry<String, @Nullable KeyView> entry : keys.entrySet()) {
            String path = "keys." + entry.getKey();
            KeyView key = entry.getValue();
            checked(entry.getKey(), "keys");
            meanings.put(
                    entry.getKey(),
                    new Profile.Meaning(
                            checked(key == null ? null : key.code(), path + ".code"),
                            checked(key == null ? null : key.unit(), path + ".unit")));
        }
        return new Profile(route, checked(name, "name"), meanings);
    }

    private static String checked(@Nullable String text, String field) {
        if (text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw invalid(field, "is missing, empty or too long");
        }
        return text;
    }

    static Problem invalid(String field, String cause) {
        return new Problem(400, "INVALID_PARAMETER", field + ": " + cause).field(field, cause);
    }
}
