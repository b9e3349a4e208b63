package org.homeward.gateway.recall;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.homeward.gateway.upstream.Given;
import org.jspecify.annotations.Nullable;

/// How much a recall is about, which is counted for the first page only, and a page of its devices.
///
/// @param waiting readings that nobody was assigned yet
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecallView(
        @Nullable Long devices,
        @Nullable Long patients,
        @Nullable Long readings,
        @Nullable Long waiting,
        @Schema(required = true) List<AffectedDevice> items,
        @Nullable String next) {
    public RecallView {
        items = Given.list(items);
    }

    /// A device with the patients who wore it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AffectedDevice(
            @Schema(required = true) UUID deviceId,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            @Nullable Instant registeredAt,
            @Schema(required = true) List<AffectedPatient> patients) {
        public AffectedDevice {
            patients = Given.list(patients);
        }
    }

    /// A patient's number, and how many readings are theirs.
    public record AffectedPatient(
            @Schema(required = true) UUID patientId, @Schema(required = true) long readings) {}

    RecallView with(@Nullable String url) {
        return new RecallView(devices, patients, readings, waiting, items, url);
    }
}
