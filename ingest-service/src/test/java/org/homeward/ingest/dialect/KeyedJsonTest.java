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

class KeyedJsonTest {
    private static final Instant AT = Instant.parse("2026-11-22T09:59:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"97.0", "\"97.0\""})
    void aKeyHasItsProfilesCodeAndUnit(String value) throws Refused {
        SentReading reading = one(Format.KEYED, "{\"spo2\":" + value + "}");
        assertThat(reading.code().value()).isEqualTo("59408-5");
        assertThat(amount(reading).value()).hasToString("97.0");
        assertThat(amount(reading).unit()).isEqualTo("%");
        assertThat(reading.time())
                .isEqualTo(new SentTime(Dialects.RECEIVED, 0, SentTime.Precision.RECEIVED));
    }

    @ParameterizedTest
    @CsvSource({
        "36.599999999999994,36.6",
        "'\"36.599999999999994\"',36.6",
        "0.30000000000000004,0.3",
        "36.5999999999999,36.5999999999999",
        "36.800,36.800"
    })
    void aBinaryNumberPrintedInFullIsWhatItCanHoldForCertain(String value, String read)
            throws Refused {
        SentReading reading = one(Format.KEYED, "{\"temp\":" + value + "}");
        assertThat(amount(reading).value()).isEqualTo(new java.math.BigDecimal(read));
    }

    @Test
    void valuesHaveTheirTime() throws Refused {
        String body = "{\"ts\":" + AT.toEpochMilli() + ",\"values\":{\"hr\":\"72\"}}";
        assertThat(one(Format.KEYED, body).time()).isEqualTo(SentTime.exact(AT, 0));
    }

    @Test
    void anArrayHasEachOfItsTimes() throws Refused {
        var readings =
                read(Format.KEYED, "[{\"ts\":1000,\"values\":{\"hr\":71,\"spo2\":97}},{\"hr\":72}]")
                        .decoded()
                        .readings();
        assertThat(readings).extracting(SentReading::index).containsExactly(0, 1, 2);
        assertThat(readings)
                .extracting(r -> r.time().at())
                .containsExactly(
                        Instant.ofEpochSecond(1), Instant.ofEpochSecond(1), Dialects.RECEIVED);
    }

    @Test
    void whatIsSaidTwiceWithoutATimeWasMeasuredTwice() throws Refused {
        String twice = "[{\"hr\":71},{\"hr\":72}]";
        assertThat(read(Format.KEYED, twice).decoded().readings())
                .extracting(SentReading::sequence)
                .containsExactly(null, 1L);
        String timed = "[{\"ts\":1,\"values\":{\"hr\":71}},{\"ts\":1,\"values\":{\"hr\":72}}]";
        assertThat(read(Format.KEYED, timed).decoded().readings())
                .extracting(SentReading::sequence)
                .containsOnlyNulls();
    }

    @Test
    void systolicAndDiastolicAreOnePanel() throws Refused {
        SentReading panel = one(Format.KEYED, "{\"sys\":\"128\",\"dia\":81}");
        assertThat(panel.code().value()).isEqualTo("85354-9");
        assertThat(panel.components()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'rssi':-60}|422|UNKNOWN_CODE|items[0].key",
                "{'Kowalczyk':1}|422|UNKNOWN_CODE|items[0].key",
                "{'59408-5':97}|400|MISSING_FIELD|items[0].unit",
                "{'hr':true}|400|INVALID_FIELD|items[0].value",
                "{'hr':null}|400|INVALID_FIELD|items[0].value",
                "{'hr':{}}|400|INVALID_FIELD|items[0].value",
                "{'hr':'71.3719/min'}|400|INVALID_FIELD|items[0].value",
                "{'hr':''}|400|INVALID_FIELD|items[0].value",
                "{'hr':'NaN'}|400|INVALID_FIELD|items[0].value",
                "{'hr':'1e99'}|400|INVALID_FIELD|items[0].value",
                "{'temp':36.5999999999999943}|400|INVALID_FIELD|items[0].value",
                "{'hr':7200000000000000}|400|INVALID_FIELD|items[0].value",
                "{'hr':1e999999999}|400|INVALID_FIELD|items[0].value",
                "{'ts':'1000','values':{'hr':72}}|400|INVALID_FIELD|items[0].ts",
                "{'ts':-1,'values':{'hr':72}}|400|INVALID_FIELD|items[0].ts",
                "{'ts':9e30,'values':{'hr':72}}|400|INVALID_FIELD|items[0].ts",
                "{'ts':9223372036854775807,'values':{'hr':72}}|400|INVALID_FIELD|items[0].ts",
            })
    void aFaultOfAValueIsItsVerdict(String body, int status, String code, String path)
            throws Refused {
        Verdict.Turned turned = turned(Format.KEYED, body.replace('\'', '"'));
        assertThat(turned.status()).isEqualTo(status);
        assertThat(turned.code()).isEqualTo(code);
        assertThat(turned.detail()).startsWith(path).doesNotContain("71.3719", "Kowalczyk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "[]",
                "[{}]",
                "[7]",
                "7",
                "[[{'hr':72}]]",
                "{'hr':72} x",
                "{'hr':72,'hr':73}",
                "{'hr':NaN}",
                "{'hr':'\\u0000'}",
                "{'ts':1000,'hr':72}",
                "{'ts':1000,'values':[]}",
                "{'values':[]}",
                "{'ts':[1,1],'values':{'hr':72}}",
                "{'ts':{'a':1},'values':{'hr':72}}",
                "{'ts':'1000000000000000000000000000000000','values':{'hr':72}}",
                "{'ts':1763900000000,'values':{'hr':72},'spo2':81}",
            })
    void aWrongEnvelopeIsRefusedWhole(String body) {
        assertRefused(body.replace('\'', '"'), 400);
    }

    @Test
    void nestingAndEndlessNumbersAreRefused() {
        assertRefused("{\"hr\":" + Hostile.nested(10_000) + "}", 400);
        assertRefused("{\"hr\":" + Hostile.digits(200_000) + "}", 400);
    }

    @Test
    void moreThanAThousandValuesAreTooMany() {
        assertRefused("[" + Hostile.joined(1001, _ -> "{\"hr\":72}") + "]", 413);
        assertRefused("{" + Hostile.members(1001) + "}", 413);
    }

    @Test
    void ourOwnJsonIsKnownByItsReadings() throws Refused {
        String own =
                "{\"readings\":[{\"code\":\"8867-4\",\"value\":72,\"unit\":\"/min\",\"takenAt\":\"%s\"}]}"
                        .formatted(AT);
        assertThat(read(Format.EITHER, own).keepSource()).isFalse();
        assertThat(one(Format.EITHER, own).time()).isEqualTo(SentTime.exact(AT, 0));
        assertThat(read(Format.EITHER, "{\"hr\":72}").keepSource()).isTrue();
    }

    private static void assertRefused(String body, int status) {
        assertThatThrownBy(() -> read(Format.KEYED, body))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.status()).isEqualTo(status));
    }
}
