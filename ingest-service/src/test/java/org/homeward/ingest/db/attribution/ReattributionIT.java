package org.homeward.ingest.db.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.db.attribution.Swapped.chart;
import static org.homeward.ingest.db.attribution.Swapped.chartHas;
import static org.homeward.ingest.db.attribution.Swapped.told;

import com.google.protobuf.Message;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.events.Uuids;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.attribution.AssignmentStore;
import org.homeward.ingest.attribution.AssignmentStore.Outcome;
import org.homeward.ingest.attribution.CorrectAssignments;
import org.homeward.ingest.attribution.Correction;
import org.homeward.ingest.attribution.Reattribution;
import org.homeward.ingest.correction.ChangeReadings;
import org.homeward.ingest.correction.Corrections;
import org.homeward.ingest.correction.CriticalEvidence;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.correction.SecondLooks;
import org.homeward.ingest.correction.Voiding;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.rollup.Rollups;
import org.junit.jupiter.api.Test;

/// The readings of a corrected assignment, on the real store and topics.
@QuarkusTest
@IngestTest
class ReattributionIT {
    @Test
    void readingsGoToWhoeverReallyHadTheDeviceAndBothAreTold() throws Exception {
        Swapped swapped = Swapped.given().sends("71", 1).sends("72", 2);
        chartHas(swapped.wrong(), 2);
        assertThat(swapped.corrects(swapped.toTheRightOne())).isInstanceOf(Outcome.Corrected.class);
        chartHas(swapped.right(), 2);
        assertThat(chart(swapped.wrong())).isEmpty();
        assertThat(chart(swapped.right())).extracting(Reading::version).containsOnly(2);

        await().atMost(Duration.ofSeconds(20)).until(() -> told(swapped.wrong()).size() == 4);
        ReadingVoided left = (ReadingVoided) told(swapped.wrong()).getLast();
        assertThat(left.getReason()).isEqualTo("reattributed");
        assertThat(left.getVersion()).isEqualTo(2);
        assertThat(left.hasNewestMeasuredAt()).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> told(swapped.right()).size() == 2);
        ReadingRecorded joined = (ReadingRecorded) told(swapped.right()).getLast();
        assertThat(joined.getVersion()).isEqualTo(2);
        assertThat(joined.getAttributedAt().getSeconds())
                .isGreaterThan(joined.getReceivedAt().getSeconds() - 1);
        assertThat(
                        swapped.count(
                                "SELECT FROM reading_history WHERE reason = 'reattributed'"
                                        + " AND reading ->> 'device_id' = $1::uuid::text"))
                .isEqualTo(2);
    }

    @Test
    void theDaysOfBothPatientsAreRolledUpAnew() {
        Swapped swapped = Swapped.given().sendsMany(30);
        chartHas(swapped.wrong(), 30);
        Given.await(Given.bean(Rollups.class).turn());
        assertThat(swapped.pulses(swapped.wrong())).isEqualTo(30);
        swapped.corrects(swapped.toTheRightOne());
        chartHas(swapped.right(), 30);
        assertThat(swapped.pulses(swapped.wrong())).isZero();
        assertThat(swapped.pulses(swapped.right())).isEqualTo(30);
        Given.await(Given.bean(Rollups.class).turn());
        assertThat(swapped.pulses(swapped.wrong())).isZero();
        assertThat(swapped.pulses(swapped.right())).isEqualTo(30);
    }

    @Test
    void anAssignmentTakenBackLeavesReadingsWithNobodyUntilSomebodyGetsTheDevice() {
        Swapped swapped = Swapped.given().sends("71", 1).sends("72", 2);
        chartHas(swapped.wrong(), 2);
        Correction removal = swapped.correction(1, new Correction.Removal());
        assertThat(swapped.corrects(removal)).isEqualTo(new Outcome.Removed());
        assertThat(swapped.corrects(removal)).isInstanceOf(Outcome.Gone.class);
        chartHas(swapped.wrong(), 0);
        Given.assign(
                swapped.right(),
                Swapped.SINCE.plus(Duration.ofMinutes(90)),
                Swapped.SINCE.plus(Duration.ofHours(9)));
        chartHas(swapped.right(), 1);
        assertThat(chart(swapped.right()).getFirst().version()).isEqualTo(3);
        assertThat(chart(swapped.right()).getFirst().measure().value()).isEqualByComparingTo("72");
        assertThat(told(swapped.right())).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void onlyWhatWasMeasuredInTheChangedTimeGoes() {
        Swapped swapped = Swapped.given().sends("71", 1).sends("72", 5).sends("73", 9);
        chartHas(swapped.wrong(), 3);
        UUID voided = chart(swapped.wrong()).getFirst().id();
        Said said = new Said("me", "nurse", Given.now(), "");
        UUID patient = swapped.wrong().patient();
        Given.await(Given.bean(ChangeReadings.class).voidReading(patient, voided, said));
        Correction.Patch patch =
                new Correction.Patch(null, null, true, Swapped.SINCE.plus(Duration.ofHours(4)));
        assertThat(swapped.corrects(swapped.correction(1, patch)))
                .isInstanceOf(Outcome.Corrected.class);
        chartHas(swapped.wrong(), 1);
        Given.assign(swapped.right(), Swapped.SINCE.plus(Duration.ofHours(4)), null);
        chartHas(swapped.right(), 1);
        assertThat(chart(swapped.right()).getFirst().measure().value()).isEqualByComparingTo("72");
        assertThat(Given.stored(voided).orElseThrow().patientId())
                .isEqualTo(swapped.right().patient());
    }

    @Test
    void aVoidedReadingFollowsAsVoidedAndNobodyIsTold() {
        Swapped swapped = Swapped.given().sends("71", 1).sends("72", 2).sends("73", 3);
        chartHas(swapped.wrong(), 3);
        List<Reading> chart = chart(swapped.wrong());
        UUID voided = chart.get(1).id();
        Said said = new Said("me", "nurse", Given.now(), "");
        UUID patient = swapped.wrong().patient();
        Given.await(Given.bean(ChangeReadings.class).voidReading(patient, voided, said));
        swapped.corrects(swapped.toTheRightOne());
        chartHas(swapped.right(), 2);
        assertThat(versions(swapped.wrong(), voided))
                .extracting(Reading::version)
                .containsExactly(2, 1);
        assertThat(versions(swapped.right(), voided))
                .singleElement()
                .satisfies(r -> assertThat(r.version()).isEqualTo(3))
                .satisfies(r -> assertThat(r.flags()).contains(Voiding.FLAG));

        // The newest is told last.
        await().atMost(Duration.ofSeconds(20)).until(() -> told(swapped.right()).size() >= 2);
        assertThat(told(swapped.right()))
                .extracting(m -> Uuids.fromBytes(((ReadingRecorded) m).getReadingId()))
                .containsExactly(chart.get(2).id(), chart.get(0).id());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> isVoided(told(swapped.wrong()).getLast(), chart.get(0).id()));
        assertThat(told(swapped.wrong())).hasSize(6);
    }

    @Test
    void whetherItIsThePatientIsAskedAnewOfWhomItGoesTo() {
        Swapped swapped = Swapped.given();
        Given.Worn own = Given.device();
        Given.Worn others = new Given.Worn(own.device(), own.token(), swapped.right().patient());
        Given.assign(others, Swapped.SINCE, null);
        Given.post(others, Swapped.weight("79.0", 0));
        chartHas(swapped.right(), 1);
        swapped.weighs("64.2", 1).weighs("79.2", 25).weighs("95.0", 49);
        chartHas(swapped.wrong(), 3);
        assertThat(weights(swapped.wrong()))
                .containsExactly("95.0 QUESTIONED", "79.2 QUESTIONED", "64.2 VALID");
        swapped.corrects(swapped.toTheRightOne());
        chartHas(swapped.right(), 4);
        assertThat(weights(swapped.right()))
                .containsExactly("95.0 QUESTIONED", "79.2 VALID", "64.2 QUESTIONED", "79.0 VALID");
        assertThat(chart(swapped.right()).get(1).flags()).isEmpty();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.told(swapped.right().patient()).size() == 2);
        assertThat(Given.told(swapped.right().patient()))
                .containsOnly(DeviceEventKind.DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT);
    }

    @Test
    void aLookThatWaitsForASecondPersonEndsInSightAndTheOtherTeamMayAsk() {
        Swapped swapped = Swapped.given().sends("171", 1);
        chartHas(swapped.wrong(), 1);
        UUID wrong = swapped.wrong().patient();
        UUID right = swapped.right().patient();
        UUID reading = chart(swapped.wrong()).getFirst().id();
        isCritical(wrong, reading);
        ChangeReadings changes = Given.bean(ChangeReadings.class);
        Said anne = new Said("anne", "nurse", Given.now(), "mine");
        assertThat(Given.await(changes.voidReading(wrong, reading, anne)))
                .isInstanceOf(Corrections.Ask.class);
        swapped.corrects(swapped.toTheRightOne());
        chartHas(swapped.right(), 1);
        assertThat(Given.await(Given.bean(SecondLooks.class).pending(wrong)))
                .singleElement()
                .satisfies(look -> assertThat(look.status()).isEqualTo("declined"))
                .satisfies(
                        look ->
                                assertThat(look.decided())
                                        .extracting(d -> d.said().by())
                                        .isEqualTo("somebody"));
        Said bob = new Said("bob", "nurse", Given.now(), "not theirs either");
        assertThat(Given.await(changes.voidReading(right, reading, bob)))
                .isInstanceOf(Corrections.Ask.class);
        assertThat(Given.await(Given.bean(SecondLooks.class).pending(right))).hasSize(1);
    }

    private static void isCritical(UUID patient, UUID reading) {
        Given.await(
                Given.bean(CriticalEvidence.class)
                        .learn(
                                List.of(
                                        new CriticalEvidence.Learnt(
                                                UUID.randomUUID(), patient, Set.of(reading)))));
    }

    private static List<String> weights(Given.Worn worn) {
        return chart(worn).stream().map(r -> r.measure().value() + " " + r.validity()).toList();
    }

    private static List<Reading> versions(Given.Worn worn, UUID reading) {
        return Given.await(Given.bean(Corrections.class).versions(worn.patient(), reading)).stream()
                .map(Corrections.Version::reading)
                .toList();
    }

    private static boolean isVoided(Message told, UUID reading) {
        return told instanceof ReadingVoided v && Uuids.fromBytes(v.getReadingId()).equals(reading);
    }

    @Test
    void whatIsOnItsWayWhileTheAssignmentIsCorrectedIsNotLeftBehind() {
        Swapped swapped = Swapped.given().sends("71", 1);
        chartHas(swapped.wrong(), 1);
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CompletableFuture<Integer> written = swapped.decidesNowAndWritesAfter(goOn);
        Given.await(Given.bean(AssignmentStore.class).correct(swapped.toTheRightOne()));
        for (int i = 0; i < 3; i++) {
            assertThat(Given.await(Given.bean(Reattribution.class).step()))
                    .isNotEqualTo(Reattribution.Progress.MORE);
        }
        goOn.complete(null);
        assertThat(written.join()).isEqualTo(1);
        Given.await(Given.bean(CorrectAssignments.class).settle());
        chartHas(swapped.right(), 2);
        assertThat(chart(swapped.wrong())).isEmpty();
    }

    @Test
    void manyReadingsGoInPortionsAndWhatWasInterruptedGoesOn() {
        Swapped swapped = Swapped.given().sendsMany(450);
        chartHas(swapped.wrong(), 450);
        Given.await(Given.bean(AssignmentStore.class).correct(swapped.toTheRightOne()));
        Reattribution reattribution = Given.bean(Reattribution.class);
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            Given.await(reattribution.step());
                            return !chart(swapped.right()).isEmpty();
                        });
        Given.await(Given.bean(CorrectAssignments.class).settle());
        chartHas(swapped.right(), 450);
        assertThat(chart(swapped.wrong())).isEmpty();
        assertThat(
                        swapped.count(
                                "SELECT FROM reattribution WHERE device_id = $1 HAVING sum(moved) = 450"))
                .isEqualTo(1);
    }
}
