package org.homeward.gateway.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the list of readings answers, as the API's description says it.
final class ReadingPages {
    private ReadingPages() {}

    /// Without `bucket`.
    @Schema(name = "PageReading")
    record Readings(@Schema(required = true) List<ReadingView> items, @Nullable String next) {}

    /// With `bucket`.
    @Schema(name = "PageReadingBucket")
    record Buckets(@Schema(required = true) List<BucketView> items) {}
}
