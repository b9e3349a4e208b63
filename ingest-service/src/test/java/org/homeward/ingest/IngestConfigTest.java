package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IngestConfigTest {
    @Test
    void defaultsAreTheArchitectures() {
        IngestConfig config = Settings.of(Map.of());
        assertThat(config.mqttPort()).isEqualTo(1883);
        assertThat(config.mqttHost()).isEqualTo("127.0.0.1");
        assertThat(config.mqttLoops()).isEqualTo(2);
        assertThat(config.mqttTls().port()).isEqualTo(8883);
        assertThat(config.mqttTls().keyFile()).isEmpty();
        assertThat(config.mqttTls().certificateFile()).isEmpty();
        assertThat(config.gatewayUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(config.trustedProxies()).isEmpty();
        assertThat(config.edge().bodyBytes()).isEqualTo(256 * 1024);
        assertThat(config.edge().fhirBodyBytes()).isEqualTo(1024 * 1024);
        assertThat(config.edge().readings()).isEqualTo(1000);
        assertThat(config.edge().inFlight()).isEqualTo(8192);
        assertThat(config.edge().bodyRoom()).isEqualTo(16 * 1024 * 1024);
        assertThat(config.edge().largeBodies()).isEqualTo(4);
        assertThat(config.rate().burst()).isEqualTo(600);
        assertThat(config.rate().perSecond()).isEqualTo(10);
        assertThat(config.rate().networkBurst()).isEqualTo(20_000);
        assertThat(config.rate().networkPerSecond()).isEqualTo(2000);
        assertThat(config.credentials().trustedFor()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.credentials().trustedInOutage()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.pipeline().messageMemory()).isEqualTo(Duration.ofDays(90));
        assertThat(config.pipeline().clockCheck()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void oneSenderHasSoMuch() {
        IngestConfig config = Settings.of(Map.of());
        assertThat(config.rate().networkConnections()).isEqualTo(2000);
        assertThat(config.edge().sessions()).isEqualTo(8);
        assertThat(config.rate().readingsBurst()).isEqualTo(100_000);
        assertThat(config.rate().readingsPerSecond()).isEqualTo(2000);
        assertThat(config.rate().networkReadingsBurst()).isEqualTo(2_000_000);
        assertThat(config.rate().networkReadingsPerSecond()).isEqualTo(100_000);
    }

    @Test
    void readingsAreKeptForEverUnlessSaid() {
        assertThat(Settings.of(Map.of()).keepReadings()).isEmpty();
        assertThat(Settings.of(Map.of("homeward.ingest.keep-readings", "P20Y")).keepReadings())
                .contains(Period.ofYears(20));
    }

    @Test
    void claimCodesAreOffUntilThereIsAKey() {
        IngestConfig.Claim usual = Settings.of(Map.of()).claim();
        assertThat(usual.keyFile()).isEmpty();
        assertThat(usual.validFor()).isEqualTo(Duration.ofDays(30));
        assertThat(usual.attempts()).isEqualTo(10);
        assertThat(usual.within()).isEqualTo(Duration.ofMinutes(10));
        IngestConfig.Claim set =
                Settings.of(
                                Map.of(
                                        "homeward.ingest.claim.key-file", "/run/key",
                                        "homeward.ingest.claim.valid-for", "P1D",
                                        "homeward.ingest.claim.attempts", "2",
                                        "homeward.ingest.claim.within", "PT3M"))
                        .claim();
        assertThat(set.keyFile()).contains("/run/key");
        assertThat(set.validFor()).isEqualTo(Duration.ofDays(1));
        assertThat(set.attempts()).isEqualTo(2);
        assertThat(set.within()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void aCredentialIsReplacedWithinAYear() {
        IngestConfig.Credentials usual = Settings.of(Map.of()).credentials();
        assertThat(usual.overlap()).isEqualTo(Duration.ofDays(7));
        assertThat(usual.rotateAfter()).isEqualTo(Duration.ofDays(365));
        assertThat(usual.toldBefore()).isEqualTo(Duration.ofDays(14));
        IngestConfig.Credentials set =
                Settings.of(
                                Map.of(
                                        "homeward.ingest.credentials.overlap", "P1D",
                                        "homeward.ingest.credentials.rotate-after", "P2D",
                                        "homeward.ingest.credentials.told-before", "P3D"))
                        .credentials();
        assertThat(set.overlap()).isEqualTo(Duration.ofDays(1));
        assertThat(set.rotateAfter()).isEqualTo(Duration.ofDays(2));
        assertThat(set.toldBefore()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void everythingOfTheEdgesCanBeSet() {
        IngestConfig config =
                Settings.of(
                        Map.of(
                                "homeward.ingest.mqtt-port", "1",
                                "homeward.ingest.mqtt-host", "h",
                                "homeward.ingest.mqtt-loops", "3",
                                "homeward.ingest.gateway-url", "u",
                                "homeward.ingest.trusted-proxies", "10.1.0.0/16,10.2.0.1",
                                "homeward.ingest.edge.body-bytes", "4",
                                "homeward.ingest.edge.fhir-body-bytes", "5",
                                "homeward.ingest.edge.readings", "6",
                                "homeward.ingest.edge.in-flight", "7"));
        assertThat(config.mqttPort()).isEqualTo(1);
        assertThat(config.mqttHost()).isEqualTo("h");
        assertThat(config.mqttLoops()).isEqualTo(3);
        assertThat(config.gatewayUrl()).isEqualTo("u");
        assertThat(config.trustedProxies()).contains(java.util.List.of("10.1.0.0/16", "10.2.0.1"));
        assertThat(config.edge().bodyBytes()).isEqualTo(4);
        assertThat(config.edge().fhirBodyBytes()).isEqualTo(5);
        assertThat(config.edge().readings()).isEqualTo(6);
        assertThat(config.edge().inFlight()).isEqualTo(7);
    }

    @Test
    void whatIsHeldAtOnceCanBeSet() {
        IngestConfig.Edge set =
                Settings.of(
                                Map.of(
                                        "homeward.ingest.edge.body-room", "1",
                                        "homeward.ingest.edge.large-bodies", "2",
                                        "homeward.ingest.edge.sessions", "3"))
                        .edge();
        assertThat(set.sessions()).isEqualTo(3);
        assertThat(set.bodyRoom()).isEqualTo(1);
        assertThat(set.largeBodies()).isEqualTo(2);
    }

    @Test
    void whoeverIsSlowIsWaitedForSoLong() {
        IngestConfig.Edge usual = Settings.of(Map.of()).edge();
        assertThat(usual.bodyWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(usual.greetingWithin()).isEqualTo(Duration.ofSeconds(10));
        assertThat(usual.keepAlive()).isEqualTo(Duration.ofHours(1));
        assertThat(usual.readWithin()).isEqualTo(Duration.ofSeconds(30));
        IngestConfig.Edge set =
                Settings.of(
                                Map.of(
                                        "homeward.ingest.edge.body-within", "PT1S",
                                        "homeward.ingest.edge.greeting-within", "PT2S",
                                        "homeward.ingest.edge.keep-alive", "PT3S",
                                        "homeward.ingest.edge.read-within", "PT4S"))
                        .edge();
        assertThat(set.bodyWithin()).isEqualTo(Duration.ofSeconds(1));
        assertThat(set.greetingWithin()).isEqualTo(Duration.ofSeconds(2));
        assertThat(set.keepAlive()).isEqualTo(Duration.ofSeconds(3));
        assertThat(set.readWithin()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void everythingBehindTheEdgesCanBeSet() {
        IngestConfig config =
                Settings.of(
                        Map.of(
                                "homeward.ingest.rate.burst", "8",
                                "homeward.ingest.rate.per-second", "9",
                                "homeward.ingest.rate.network-burst", "16",
                                "homeward.ingest.rate.network-per-second", "17",
                                "homeward.ingest.credentials.cached", "10",
                                "homeward.ingest.credentials.trusted-for", "PT11S",
                                "homeward.ingest.pipeline.first-retry", "PT12S",
                                "homeward.ingest.pipeline.longest-retry", "PT13S",
                                "homeward.ingest.pipeline.message-memory", "P14D",
                                "homeward.ingest.pipeline.housekeeping", "PT15S"));
        assertThat(config.rate().burst()).isEqualTo(8);
        assertThat(config.rate().perSecond()).isEqualTo(9);
        assertThat(config.rate().networkBurst()).isEqualTo(16);
        assertThat(config.rate().networkPerSecond()).isEqualTo(17);
        assertThat(config.credentials().cached()).isEqualTo(10);
        assertThat(config.credentials().trustedFor()).isEqualTo(Duration.ofSeconds(11));
        assertThat(config.pipeline().firstRetry()).isEqualTo(Duration.ofSeconds(12));
        assertThat(config.pipeline().longestRetry()).isEqualTo(Duration.ofSeconds(13));
        assertThat(config.pipeline().messageMemory()).isEqualTo(Duration.ofDays(14));
        assertThat(config.pipeline().housekeeping()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void howOftenClocksAreLookedAtCanBeSet() {
        IngestConfig config = Settings.of(Map.of("homeward.ingest.pipeline.clock-check", "PT16S"));
        assertThat(config.pipeline().clockCheck()).isEqualTo(Duration.ofSeconds(16));
    }
}
