package org.homeward.simulator.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.simulator.body.Body;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.Closing;
import org.homeward.simulator.device.Ledger;
import org.homeward.simulator.device.SimulatedDevice;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Json;
import org.homeward.simulator.platform.Login;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;

/// Admits the ward's patients, sends what their devices would have sent before, then lets the
/// devices live until the run is closed.
public final class DemoWard {
    /// The file in the state folder that is there once the devices are live; the launcher takes it
    /// away before it starts the ward.
    private static final String LIVE = "ward-live";

    private static final String HISTORY_UNTIL = "ward-history-until";
    private static final Duration HISTORY = Duration.ofHours(36);
    private static final Duration STORY_BEGINS = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Http http;
    private final Place place;
    private final Registry registry;
    private final PrintWriter log;
    private final Clock clock = Clock.systemUTC();
    private final AtomicLong sent = new AtomicLong();

    public DemoWard(Http http, Place place, Registry registry, PrintWriter log) {
        this.http = http;
        this.place = place;
        this.registry = registry;
        this.log = log;
    }

    /// Runs until the end; the demo's story begins some seconds after the live readings. What fails
    /// before the devices are live is begun again: admitting twice changes nothing, and a history
    /// sent twice is stored once.
    public void run(Closing closing) {
        boolean over = false;
        while (!over) {
            try {
                live(admit(closing), closing);
                over = true;
            } catch (Http.Unreachable | Login.Refused | Gateway.Refused e) {
                say(e.getMessage() + "; trying again in " + PAUSE.toSeconds() + " s");
                over = closing.within(PAUSE);
            }
        }
    }

    private List<Bedside> admit(Closing closing) {
        List<Bedside> bedsides = new ArrayList<>();
        Admission admission = new Admission(registry, clock, this::say);
        List<WardPatient> patients = patients();
        int admitted = 0;
        for (WardPatient patient : patients) {
            UUID id = admission.admit(patient);
            say("admitted patient %s (%d of %d)".formatted(id, ++admitted, patients.size()));
            patient.devices().forEach(kind -> bedsides.add(bedside(patient, id, kind, closing)));
        }
        Instant from = lastHistory();
        Instant to = clock.instant().minus(Duration.ofMinutes(2));
        bedsides.forEach(bedside -> bedside.history(from, to));
        remember(to);
        say(
                "history sent: %d readings of %d devices"
                        .formatted(sent.getAndSet(0), bedsides.size()));
        return bedsides;
    }

    private void live(List<Bedside> bedsides, Closing closing) {
        Instant storyBegins = clock.instant().plus(STORY_BEGINS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Bedside bedside : bedsides) {
                threads.execute(bedside.telling(storyBegins)::live);
            }
            say(
                    "%d devices are live; one patient gets worse within two minutes"
                            .formatted(bedsides.size()));
            write(LIVE, Long.toString(ProcessHandle.current().pid()));
            while (!closing.within(Duration.ofMinutes(1))) {
                say("%d readings in the last minute".formatted(sent.getAndSet(0)));
                remember(clock.instant());
            }
        }
        bedsides.forEach(bedside -> bedside.device().close());
    }

    private Bedside bedside(
            WardPatient patient, UUID patientId, WardPatient.Device kind, Closing closing) {
        Instant now = clock.instant();
        DeviceBook.Entry entry =
                registry.device(
                        "ward-" + patient.bed() + "-" + kind.kind(),
                        kind.kind(),
                        patientId,
                        now.minus(HISTORY).minus(Duration.ofDays(1)));
        SimulatedDevice device =
                new SimulatedDevice(
                        entry.deviceId(),
                        kind.protocol().link(http.client(), place, entry),
                        new Ledger(),
                        closing);
        boolean sudden = patient.scenario() == Scenario.DETERIORATING_RESPIRATORY;
        Instant since = sudden ? Instant.MAX : now.minus(HISTORY);
        Body body = new Body(patient.seed(), patient.scenario(), since);
        return new Bedside(kind, device, body, clock, closing, sent);
    }

    static List<WardPatient> patients() {
        try (InputStream in = DemoWard.class.getResourceAsStream("ward.json")) {
            JsonNode ward = Json.MAPPER.readTree(in);
            return ward.path("patients").valueStream().map(WardPatient::from).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("ward.json is part of this jar", e);
        }
    }

    private Instant lastHistory() {
        Instant earliest = clock.instant().minus(HISTORY);
        Path file = place.state().resolve(HISTORY_UNTIL);
        try {
            Instant known =
                    Files.exists(file) ? Instant.parse(Files.readString(file).trim()) : earliest;
            return known.isAfter(earliest) ? known : earliest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember(Instant until) {
        write(HISTORY_UNTIL, until.toString());
    }

    private void write(String name, String text) {
        try {
            Files.writeString(place.state().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void say(String text) {
        log.printf("%s %s%n", clock.instant(), text);
        log.flush();
    }
}
