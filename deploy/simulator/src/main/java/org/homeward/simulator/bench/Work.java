package org.homeward.simulator.bench;

import java.util.Arrays;
import java.util.List;

/// The kinds of load. A name is a key of the report that others read.
enum Work {
    FLOOR_1("floor-1", Way.FLOOR, 1),
    FLOOR_100("floor-100", Way.FLOOR, 100),
    JSON_1("json-1", Way.JSON, 1),
    JSON_100("json-100", Way.JSON, 100),
    /// Each post by another of very many devices.
    JSON_1_CROWD("json-1-crowd", Way.CROWD, 1),
    MQTT_1("mqtt-1", Way.MQTT, 1),
    MQTT_1_ALARMS("mqtt-1-alarms", Way.MQTT, 1),
    FHIR_1("fhir-1", Way.FHIR, 1),
    FHIR_100("fhir-100", Way.FHIR, 100),
    /// Latency up to the acknowledgement instead of the store.
    EDGE_ONLY("edge-only", Way.JSON, 1),
    /// Latency from the device to the alert on the live feed, under a steady load.
    ALERT_LATENCY("alert-latency", Way.JSON, 1),
    /// Latency from a physician's change of a threshold to the first alert by it on the live feed.
    PLAN_CHANGE("plan-change", Way.JSON, 1);

    /// How readings travel to the edge.
    enum Way {
        FLOOR,
        JSON,
        CROWD,
        MQTT,
        FHIR
    }

    private final String label;
    private final Way way;
    private final int batch;

    Work(String label, Way way, int batch) {
        this.label = label;
        this.way = way;
        this.batch = batch;
    }

    String label() {
        return label;
    }

    Way way() {
        return way;
    }

    /// Readings per post.
    int batch() {
        return batch;
    }

    /// Whether the work has a rate to be found; the others measure a latency only.
    boolean isLoad() {
        return this != ALERT_LATENCY && this != PLAN_CHANGE;
    }

    boolean isFloor() {
        return way == Way.FLOOR;
    }

    /// What this work's cost is compared with.
    Work floor() {
        return batch == 1 ? FLOOR_1 : FLOOR_100;
    }

    static List<Work> named(List<String> labels) {
        return labels.stream().map(Work::named).toList();
    }

    private static Work named(String label) {
        return Arrays.stream(values())
                .filter(work -> work.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such work: " + label));
    }
}
