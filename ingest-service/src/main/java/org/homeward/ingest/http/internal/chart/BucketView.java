package org.homeward.ingest.http.internal.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.homeward.ingest.rollup.Bucket;
import org.jspecify.annotations.Nullable;

/// A bucket as the gateway sees it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record BucketView(
        String code,
        String unit,
        Instant start,
        int count,
        BigDecimal min,
        BigDecimal max,
        BigDecimal mean,
        Bucket.@Nullable Bands bands) {

    static BucketView of(Bucket b) {
        return new BucketView(
                b.code(), b.unit(), b.start(), b.count(), b.min(), b.max(), b.mean(), b.bands());
    }
}
