package org.homeward.ingest.http;

import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.json.Decoded;
import org.homeward.ingest.reading.Refusal;

/// From what an edge decoded to the request that the door judges.
public final class Requests {
    private Requests() {}

    public static AdmitReadings.Request of(
            Refusal.Sent sent, Decoded decoded, boolean keepSource, String enteredBy) {
        return new AdmitReadings.Request(
                sent,
                decoded.readings(),
                decoded.faults(),
                decoded.report(),
                keepSource,
                enteredBy,
                decoded.fragment());
    }
}
