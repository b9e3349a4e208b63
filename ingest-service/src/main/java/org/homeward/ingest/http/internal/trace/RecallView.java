package org.homeward.ingest.http.internal.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Page;
import org.homeward.ingest.trace.Recalls;
import org.jspecify.annotations.Nullable;

/// How much a recall is about, which is counted for the first page only, and a page of its devices.
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecallView(
        @Nullable Long devices,
        @Nullable Long patients,
        @Nullable Long readings,
        @Nullable Long waiting,
        List<AffectedView> items,
        @Nullable String next) {

    /// A device with who wore it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AffectedView(
            UUID deviceId,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            Instant registeredAt,
            List<Recalls.Wearer> patients) {
        static AffectedView of(Recalls.Affected a) {
            return new AffectedView(
                    a.deviceId(),
                    a.manufacturer(),
                    a.model(),
                    a.serial(),
                    a.registeredAt(),
                    a.wearers());
        }
    }

    static RecallView of(Recalls.Extent extent, Page<Recalls.Affected> page) {
        return of(page).with(extent);
    }

    static RecallView of(Page<Recalls.Affected> page) {
        Cursor next = page.next();
        return new RecallView(
                null,
                null,
                null,
                null,
                page.items().stream().map(AffectedView::of).toList(),
                next == null ? null : next.text());
    }

    private RecallView with(Recalls.Extent extent) {
        return new RecallView(
                extent.devices(),
                extent.patients(),
                extent.readings(),
                extent.waiting(),
                items,
                next);
    }
}
