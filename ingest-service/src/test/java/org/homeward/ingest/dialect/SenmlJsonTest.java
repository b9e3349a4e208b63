package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.ingest.dialect.Dialects.amount;
import static org.homeward.ingest.dialect.Dialects.one;
import static org.homeward.ingest.dialect.Dialects.read;
import static org.homeward.ingest.dialect.Dialects.turned;

import java.time.Instant;
import org.homeward.ingest.Hostile;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenmlJsonTest {
    @Test
    void aRecordIsItsBaseFieldsAndItsOwn() throws Refused {
        SentReading reading =
                one(
                        Format.SENML,
                        "[{'bn':'urn:dev:1:','bt':1.7955936e9,'bu':'Cel','bv':30,'n':'temp','v':6.80,'t':0.25}]"
                                .replace('\'', '"'));
        assertThat(reading.code().value()).isEqualTo("8310-5");
        assertThat(amount(reading).value()).hasToString("36.80");
        assertThat(amount(reading).unit()).isEqualTo("Cel");
        assertThat(reading.time())
                .isEqualTo(SentTime.exact(Instant.ofEpochSecond(1_795_593_600, 250_000_000), 0));
    }

    @Test
    void baseFieldsHoldUntilTheyAreSaidAgain() throws Refused {
        var readings =
                read(
                                Format.SENML,
                                """
                                [{"bn":"a:","bt":1795593600,"bu":"beat/min","n":"hr","v":70},
                                 {"n":"hr","v":71,"t":60},
                                 {"bn":"b:","bt":1795600000,"bu":"1/min","n":"hr","v":72}]""")
                        .decoded()
                        .readings();
        assertThat(readings)
                .extracting(r -> amount(r).unit())
                .containsExactly("{beats}/min", "{beats}/min", "/min");
        assertThat(readings)
                .extracting(r -> r.time().at().getEpochSecond())
                .containsExactly(1_795_593_600L, 1_795_593_660L, 1_795_600_000L);
    }

    @ParameterizedTest
    @CsvSource({"0,RECEIVED,0", "-60,RELATIVE,-60", "268435455,RELATIVE,268435455"})
    void aTimeBelow2To28IsCountedFromReceipt(long t, SentTime.Precision precision, long from)
            throws Refused {
        SentTime time = one(Format.SENML, record("\"t\":" + t)).time();
        assertThat(time.precision()).isEqualTo(precision);
        assertThat(time.at()).isEqualTo(Dialects.RECEIVED.plusSeconds(from));
    }

    @Test
    void fromThereOnItIsOfTheEpoch() throws Refused {
        SentTime time = one(Format.SENML, record("\"t\":268435456")).time();
        assertThat(time).isEqualTo(SentTime.exact(Instant.parse("1978-07-04T21:24:16Z"), 0));
    }

    @Test
    void withoutATimeItIsTheTimeOfReceipt() throws Refused {
        SentTime time = one(Format.SENML, record("\"u\":\"1/min\"")).time();
        assertThat(time.precision()).isEqualTo(SentTime.Precision.RECEIVED);
        assertThat(time.at()).isEqualTo(Dialects.RECEIVED);
    }

    private static String record(String more) {
        return "[{\"n\":\"hr\",\"v\":72," + more + "}]";
    }

    @Test
    void aNameThatIsACodeNeedsNoProfile() throws Refused {
        SentReading reading = one(Format.SENML, "[{\"n\":\"2708-6\",\"u\":\"/\",\"v\":0.97}]");
        assertThat(reading.code().value()).isEqualTo("2708-6");
        assertThat(amount(reading).unit()).isEqualTo("1");
    }

    @Test
    void componentsOfOneTimeAreOnePanel() throws Refused {
        Body body =
                read(
                        Format.SENML,
                        """
                        [{"bt":1795593600,"n":"sys","v":128},{"n":"hr","v":72},{"n":"dia","v":81},
                         {"n":"dia","v":82,"t":60},{"n":"sys","v":130}]""");
        SentReading panel =
                body.decoded().readings().stream()
                        .filter(r -> r.code().value().equals("85354-9"))
                        .findFirst()
                        .orElseThrow();
        assertThat(panel.components()).hasSize(2);
        assertThat(body.decoded().readings()).hasSize(4);
        assertThat(body.joined()).containsOnlyKeys(0).containsValue(java.util.List.of(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'n':'rssi','v':1}|422|UNKNOWN_CODE|records[0].n",
                "{'n':'Kowalczyk','v':1}|422|UNKNOWN_CODE|records[0].n",
                "{'n':'hr'}|400|MISSING_FIELD|records[0].v",
                "{'v':72}|400|INVALID_FIELD|records[0].n",
                "{'n':'_hr','v':72}|400|INVALID_FIELD|records[0].n",
                "{'n':'hr','v':'71.3719'}|400|INVALID_FIELD|records[0].v",
                "{'n':'hr','v':1e999999999}|400|INVALID_FIELD|records[0].v",
                "{'n':'hr','v':null}|400|INVALID_FIELD|records[0].v",
                "{'n':'hr','vs':'71.3719'}|422|UNSUPPORTED_VALUE|records[0].vs",
                "{'n':'hr','vb':true}|422|UNSUPPORTED_VALUE|records[0].vb",
                "{'n':'hr','s':7}|422|UNSUPPORTED_VALUE|records[0].s",
                "{'n':'hr','v':72,'u':'bpm'}|422|UNKNOWN_UNIT|records[0].u",
                "{'n':'59408-5','v':97,'u':'%RH'}|422|UNKNOWN_UNIT|records[0].u",
                "{'n':'59408-5','v':97}|400|MISSING_FIELD|records[0].u",
                "{'n':'hr','v':72,'t':'now'}|400|INVALID_FIELD|records[0].t",
                "{'n':'hr','v':72,'t':1e15}|400|INVALID_FIELD|records[0].t",
                "7|400|INVALID_READING|records[0]",
            })
    void aFaultOfARecordIsItsVerdict(String record, int status, String code, String path)
            throws Refused {
        Verdict.Turned turned = turned(Format.SENML, "[" + record.replace('\'', '"') + "]");
        assertThat(turned.status()).isEqualTo(status);
        assertThat(turned.code()).isEqualTo(code);
        assertThat(turned.detail()).startsWith(path).doesNotContain("71.3719", "Kowalczyk");
    }

    @Test
    void oneBadRecordAmongTwoIsRefusedWithItsIndex() throws Refused {
        Body body = read(Format.SENML, "[{\"n\":\"x\",\"v\":1},{\"n\":\"hr\",\"v\":72}]");
        assertThat(body.decoded().faults()).extracting(Verdict.Turned::index).containsExactly(0);
        assertThat(body.decoded().readings()).extracting(SentReading::index).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "[]",
                "{}",
                "7",
                "[{'n':'hr','v':72}] x",
                "[{'n':'hr','n':'hr','v':72}]",
                "[{'n':'hr','v':NaN}]",
                "[{'n':'hr','v':72,'x':'\\u0000'}]",
                "[{'n':'hr','v':72,'x':'\\ud800'}]",
                "[{'n':'hr','v':72,'fix_':1}]",
                "[{'n':'hr','v':72,'bver':11}]",
                "[{'n':'hr','v':72,'bver':'10'}]",
                "[{'n':'hr','v':72,'bt':'x'}]",
                "[{'n':'hr','v':72,'bt':1e999999999}]",
                "[{'n':'hr','v':72,'bv':true}]",
                "[{'n':'hr','v':72,'bn':7}]",
                "[{'n':'hr','v':72,'bu':[]}]",
                "<sensml/>",
            })
    void aPackWithoutCertainMeaningIsRefusedWhole(String pack) {
        assertRefused(pack.replace('\'', '"'), 400);
    }

    @Test
    void nestingAndEndlessNumbersAreRefused() {
        assertRefused(Hostile.nested(10_000), 400);
        assertRefused("[{\"n\":\"hr\",\"v\":" + Hostile.digits(200_000) + "}]", 400);
    }

    @Test
    void moreThanAThousandRecordsAreTooMany() {
        assertRefused("[" + Hostile.joined(1001, _ -> "{\"n\":\"hr\",\"v\":72}") + "]", 413);
    }

    private static void assertRefused(String pack, int status) {
        assertThatThrownBy(() -> read(Format.SENML, pack))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.status()).isEqualTo(status));
    }
}
