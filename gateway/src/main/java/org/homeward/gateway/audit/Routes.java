package org.homeward.gateway.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The template of a route. A path itself may hold anything a caller typed, a name included; the
/// template holds only words of ours.
final class Routes {
    private static final Set<String> WORDS =
            Set.of(
                    "api",
                    "v1",
                    "fhir",
                    "R4",
                    "patients",
                    "readings",
                    "void",
                    "correct",
                    "second-looks",
                    "identity",
                    "quality",
                    "confirm",
                    "decline",
                    "care-plan",
                    "versions",
                    "timeline",
                    "shares",
                    "relations",
                    "worklist",
                    "alerts",
                    "acknowledge",
                    "assign",
                    "snooze",
                    "resolve",
                    "release",
                    "counts",
                    "tasks",
                    "claim",
                    "complete",
                    "devices",
                    "assignments",
                    "disable",
                    "credentials",
                    "claim-code",
                    "device-profiles",
                    "profile",
                    "rules",
                    "codes",
                    "me",
                    "practitioners",
                    "audit",
                    "feed",
                    "refusals",
                    "redrive",
                    "device-concerns",
                    "close",
                    "device-health",
                    "refusal-redrives",
                    "conservation",
                    "metadata",
                    "Patient",
                    "Observation",
                    "Device",
                    "CarePlan",
                    "Task",
                    "_search",
                    "openapi");

    private Routes() {}

    /// From the annotations of the method that answered.
    static String template(@Nullable String onClass, @Nullable String onMethod) {
        String path =
                "/" + (onClass == null ? "" : onClass) + "/" + (onMethod == null ? "" : onMethod);
        String tidy = path.replaceAll("/{2,}", "/");
        return tidy.length() > 1 && tidy.endsWith("/")
                ? tidy.substring(0, tidy.length() - 1)
                : tidy;
    }

    /// From the path of a request that no method answered: what is no word of ours becomes `{}`.
    static String ofPath(String path) {
        return Arrays.stream(path.split("/"))
                .limit(10)
                .map(part -> part.isEmpty() || WORDS.contains(part) ? part : "{}")
                .collect(Collectors.joining("/"));
    }
}
