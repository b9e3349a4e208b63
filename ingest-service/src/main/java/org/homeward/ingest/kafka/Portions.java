package org.homeward.ingest.kafka;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.ingest.intake.Logged;

/// A poll's records, read and handed on so many readings at a time. A record may hold a thousand
/// readings: counted by records, a backlog of buffers would be more than the heap takes, and would
/// be so again after every restart.
final class Portions implements Iterator<List<Logged>> {
    /// At most this many readings, and those of one more record.
    static final int READINGS = 1_000;

    private final Iterator<ConsumerRecord<byte[], byte[]>> records;

    Portions(Iterator<ConsumerRecord<byte[], byte[]>> records) {
        this.records = records;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public List<Logged> next() {
        List<Logged> portion = new ArrayList<>();
        int readings = 0;
        do {
            Logged logged = TelemetryConsumer.read(records.next());
            portion.add(logged);
            readings += Math.max(1, logged.arrivals().size());
        } while (readings < READINGS && records.hasNext());
        return portion;
    }
}
