package org.homeward.ingest.intake;

/// What became of the items of one range of the log.
public final class Tally {
    private final int partition;
    private final long from;
    private long to;
    private int items;
    private int stored;
    private int duplicate;
    private int quarantined;
    private int refused;
    private int conflict;

    Tally(int partition, long from) {
        this.partition = partition;
        this.from = from;
        this.to = from;
    }

    void cover(Logged logged) {
        to = logged.offset() + 1;
        items += logged.items();
    }

    void count(Fate fate) {
        switch (fate) {
            case STORED -> stored++;
            case DUPLICATE -> duplicate++;
            case QUARANTINED -> quarantined++;
            case REFUSED -> refused++;
            case CONFLICT -> conflict++;
        }
    }

    public int partition() {
        return partition;
    }

    public long from() {
        return from;
    }

    public long to() {
        return to;
    }

    public int items() {
        return items;
    }

    public int of(Fate fate) {
        return switch (fate) {
            case STORED -> stored;
            case DUPLICATE -> duplicate;
            case QUARANTINED -> quarantined;
            case REFUSED -> refused;
            case CONFLICT -> conflict;
        };
    }
}
