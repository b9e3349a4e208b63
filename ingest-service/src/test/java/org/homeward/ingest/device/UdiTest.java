package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdiTest {
    private static final LocalDate LAST = LocalDate.of(2028, 2, 29);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(01)04012345678901(11)260102(17)280200(10)L-7(21)SN 1",
                "01040123456789011126010217280200" + "10L-7\u001d21SN 1"
            })
    void bothFormsOfACarrierHaveTheSameParts(String carrier) {
        Udi udi = Udi.read(carrier).orElseThrow();
        assertThat(udi)
                .isEqualTo(
                        new Udi(
                                carrier,
                                Udi.Issuer.GS1,
                                "04012345678901",
                                "L-7",
                                "SN 1",
                                LocalDate.of(2026, 1, 2),
                                LAST));
    }

    @Test
    void otherIssuersCarriersAreKeptAsTheyAre() {
        assertThat(Udi.read("+H123PARTNO1234567890120/$$420020216LOT").orElseThrow().issuer())
                .isEqualTo(Udi.Issuer.HIBCC);
        assertThat(Udi.read("=/A9999XYZ100T0474").orElseThrow().issuer())
                .isEqualTo(Udi.Issuer.ICCBBA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SN-1",
                "(21)SN-1",
                "(01)04012345678902",
                "(01)04012345678901(17)281331",
                "(01)04012345678901(17)280230",
                "(01)04012345678901(99)x",
                "(01)0401234567890é"
            })
    void whatIsNoCarrierIsNone(String text) {
        assertThat(Udi.read(text)).isEmpty();
    }
}
