package org.homeward.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/// What an operator may set of ingest-service.
@ConfigMapping(prefix = "homeward.ingest")
public interface IngestConfig {
    @WithDefault("127.0.0.1")
    String mqttHost();

    @WithDefault("1883")
    int mqttPort();

    /// Event loops that accept MQTT connections.
    @WithDefault("2")
    int mqttLoops();

    Tls mqttTls();

    /// Where people and systems see what a device sent: the base of `Location`.
    @WithDefault("http://127.0.0.1:8080")
    String gatewayUrl();

    /// Addresses, and ranges such as `10.1.0.0/16`, of proxies before this service whose word in
    /// `X-Forwarded-For` is believed; nobody's unless it is set.
    Optional<List<String>> trustedProxies();

    /// How long readings are kept, such as `P20Y`; for ever unless said. Their rollups stay.
    Optional<Period> keepReadings();

    /// The schema of the store that this run builds again from the log; it serves nobody then.
    Optional<String> rebuildFrom();

    Edge edge();

    Rate rate();

    Credentials credentials();

    Claim claim();

    Pipeline pipeline();

    /// MQTT over TLS, on a port of its own; off unless both files are named.
    interface Tls {
        @WithDefault("8883")
        int port();

        /// The key, as PEM.
        Optional<String> keyFile();

        /// Its certificate and what stands above it, as PEM.
        Optional<String> certificateFile();
    }

    /// Bounds of what the door takes in.
    interface Edge {
        @WithDefault("262144")
        int bodyBytes();

        @WithDefault("1048576")
        int fhirBodyBytes();

        @WithDefault("1000")
        int readings();

        /// Requests waiting for the log at once; beyond it the door answers 503.
        @WithDefault("8192")
        int inFlight();

        /// Bytes of posts' bodies that are held at once; beyond it the door answers 503. A quarter
        /// is for bodies of at most 16 KiB alone.
        @WithDefault("16777216")
        int bodyRoom();

        /// Bodies of more than 16 KiB that one device may have under way.
        @WithDefault("4")
        int largeBodies();

        /// How long a post's body may take, and a second more for each KiB of it.
        @WithDefault("PT30S")
        Duration bodyWithin();

        /// How long an MQTT client may take to greet.
        @WithDefault("PT10S")
        Duration greetingWithin();

        /// The keep-alive of an MQTT client that asks for none, and the longest of one that speaks
        /// version 5. After half as much again of silence it is cut off.
        @WithDefault("PT1H")
        Duration keepAlive();

        /// MQTT connections of one device that are open at once; one more ends the oldest.
        @WithDefault("8")
        int sessions();

        /// How long an MQTT client may leave unread what it is told.
        @WithDefault("PT30S")
        Duration readWithin();
    }

    /// Posts and messages of one device, and of one network address with all its devices.
    interface Rate {
        @WithDefault("600")
        int burst();

        @WithDefault("10")
        int perSecond();

        @WithDefault("20000")
        int networkBurst();

        @WithDefault("2000")
        int networkPerSecond();

        /// Readings of one device beyond the first of each post or message.
        @WithDefault("100000")
        int readingsBurst();

        @WithDefault("2000")
        int readingsPerSecond();

        @WithDefault("2000000")
        int networkReadingsBurst();

        @WithDefault("100000")
        int networkReadingsPerSecond();

        /// MQTT connections of one network address that are open at once.
        @WithDefault("2000")
        int networkConnections();
    }

    interface Credentials {
        @WithDefault("100000")
        int cached();

        /// The longest that a credential lives on where a notice of its end was lost.
        @WithDefault("PT30S")
        Duration trustedFor();

        /// How long a device that was let in still is while the registry does not answer.
        @WithDefault("PT15M")
        Duration trustedInOutage();

        /// How long a credential still opens the door, at the most, once another was made.
        @WithDefault("P7D")
        Duration overlap();

        /// The age at which a credential should have been replaced.
        @WithDefault("P365D")
        Duration rotateAfter();

        /// How long before that age it is told.
        @WithDefault("P14D")
        Duration toldBefore();
    }

    /// The one-time codes on the labels of kits.
    interface Claim {
        /// A file of 32 bytes, raw or as Base64 or hexadecimal text, that codes are hashed with; no
        /// codes without it.
        Optional<String> keyFile();

        @WithDefault("P30D")
        Duration validFor();

        /// Attempts of one network address that fail; one more comes back as time goes on.
        @WithDefault("10")
        int attempts();

        /// The time in which all of them come back.
        @WithDefault("PT10M")
        Duration within();
    }

    interface Pipeline {
        @WithDefault("PT0.2S")
        Duration firstRetry();

        @WithDefault("PT5S")
        Duration longestRetry();

        /// How long ids are remembered apart from their readings.
        @WithDefault("P90D")
        Duration messageMemory();

        /// How often quarantine, partitions and old rows are looked after.
        @WithDefault("PT10S")
        Duration housekeeping();

        /// How often a device's clock is looked at.
        @WithDefault("PT5M")
        Duration clockCheck();
    }
}
