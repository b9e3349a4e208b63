package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.kafka.WireRoundTrip;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

class DialectsFuzzTest {
    @FuzzTest
    void keyed(byte[] body) {
        Fuzzed.costsLittle(() -> take(Format.KEYED, body));
    }

    @FuzzTest
    void senml(byte[] body) {
        Fuzzed.costsLittle(() -> take(Format.SENML, body));
    }

    @FuzzTest
    void either(byte[] body) {
        Fuzzed.costsLittle(() -> take(Format.EITHER, body));
    }

    private static void take(Format format, byte[] body) {
        try {
            Body read = Dialects.read(format, body);
            List<SentReading> readings = read.decoded().readings();
            List<Integer> joined = read.joined().values().stream().flatMap(List::stream).toList();
            Fuzzed.isWhole(readings, read.decoded().faults(), joined);
            WireRoundTrip.check(readings);
            for (Verdict.Turned fault : read.decoded().faults()) {
                isRefusedAgain(format, read, fault);
            }
            assertThat(Dialects.read(format, body).decoded().readings()).isEqualTo(readings);
        } catch (Refused e) {
            Fuzzed.isTheSenders(e.status(), e.code(), e.detail());
        }
    }

    /// What is kept of a refused value is refused for the same fault when it is tried again. A
    /// record of SenML alone lacks what stood before it.
    private static void isRefusedAgain(Format format, Body read, Verdict.Turned fault)
            throws Refused {
        byte[] fragment = read.decoded().fragment().apply(fault.index());
        assertThat(fragment).isNotEmpty();
        if (format == Format.KEYED) {
            assertThat(Dialects.read(format, fragment).decoded().faults())
                    .singleElement()
                    .extracting(Verdict.Turned::code)
                    .isEqualTo(fault.code());
        }
    }
}
