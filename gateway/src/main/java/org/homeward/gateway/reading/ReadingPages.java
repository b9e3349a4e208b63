package org.homeward.gateway.reading;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the list of readings answers, as the API's description says it.
final class ReadingPages {
    private ReadingPages() {}

    /// Without `bucket`.
    @Schema(name = "PageReadingView")
    record Readings(@Schema(required = true) List<ReadingView> items, @Nullable String next) {}

    /// With `bucket`.
    @Schema(name = "PageBucketView")
    record Buckets(@Schema(required = true) List<BucketView> items) {}
}
