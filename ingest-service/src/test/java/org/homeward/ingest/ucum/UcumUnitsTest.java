package org.homeward.ingest.ucum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UcumUnitsTest {
    @ParameterizedTest
    @CsvSource({
        "98.6,[degF],Cel,37.00",
        "310.15,K,Cel,37.00",
        "16.0,kPa,mm[Hg],120.0",
        "72500,g,kg,72.500",
        "180.0,[lb_av],kg,81.65",
        "1.72,m,cm,172",
        "68.5,[in_i],cm,174.0",
        "3.9,mmol/L,mg/dL,70",
        "1.10,g/L,mg/dL,110",
        "2500,mL,L,2.500",
        "72,{beats}/min,/min,72",
        "72,1/min,/min,72",
        "36.80,Cel,Cel,36.80",
    })
    void valuesAreConvertedAtThePrecisionThatWasSent(
            String value, String from, String to, String expected) {
        BigDecimal converted =
                TestUnits.UCUM.between(from, to).orElseThrow().apply(new BigDecimal(value));
        assertThat(converted).isEqualTo(new BigDecimal(expected));
    }

    @ParameterizedTest
    @CsvSource({"bpm,/min", "mm[Hg],%", "mmol/L,kg", "kg,Cel", "'',/min", "mmHg,mm[Hg]"})
    void whatDoesNotFitIsNeverGuessed(String from, String to) {
        assertThat(TestUnits.UCUM.between(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10*3/mL,/uL",
        "10^2/min,/min",
        "mL{blood}/s,mL/min",
        "N/m2,Pa",
        "m[H2O],mm[Hg]",
        "10*-3.kg,g",
    })
    void whatIsBuiltAsUnitsOfMeasurementAreFits(String from, String to) {
        assertThat(TestUnits.UCUM.between(from, to)).isPresent();
    }

    /// They would cost tens of milliseconds each.
    @ParameterizedTest
    @ValueSource(strings = {"[mi_us]9.[mi_us]9", "(m)/(s)", "eV.eV.eV", "kg4", "m/s/s"})
    void whatIsBuiltTooRichlyIsAUnitThatFitsNothing(String unit) {
        assertThat(TestUnits.UCUM.isUnit(unit)).isTrue();
        assertThat(TestUnits.UCUM.between(unit, "m")).isEmpty();
    }

    @Test
    void everyAcceptedUnitOfTheTableConverts() {
        for (Code code : CodeTable.standard().rows()) {
            for (String unit : code.units()) {
                assertThat(TestUnits.UCUM.between(unit, code.unit()))
                        .as(code.loinc() + " " + unit)
                        .isPresent();
            }
        }
    }
}
