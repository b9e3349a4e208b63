package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.homeward.ingest.json.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Device','patient':{'identifier':{'value':'85073'},'display':'Marie'}}",
                "{'resourceType':'Device','contact':[{'system':'phone','value':'85073'}]}",
                "{'resourceType':'Observation','encounter':{'reference':'Encounter/1','display':'Marie'}}",
                "{'resourceType':'Observation','focus':[{'display':'Marie'}]}",
                "{'resourceType':'Observation','subject':{'reference':'Patient?identifier=85073'}}",
                "{'resourceType':'Bundle','entry':[{'request':{'url':'Patient?identifier=85073'}}]}",
                "{'resourceType':'Observation','subject':{'reference':'Patient/1','display':'Marie','extension':[]}}",
                "{'resourceType':'Observation','performer':[{'display':'Marie','code':'x'}]}",
                "{'resourceType':'Observation','a':{'reference':'Patient/1','_display':'Marie'}}",
                "{'resourceType':'Observation','extension':[{'url':'x','valueHumanName':{'text':'Marie'}}]}",
                "{'resourceType':'Bundle','entry':[{'fullUrl':'Patient?identifier=85073'}]}",
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','name':'Marie'}}]}}]}",
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Parameters','parameter':[{'resource':{'resourceType':'Person','name':'Marie'}}]}}]}",
                "{'resourceType':'Bundle','entry':[{'resource':{'component':[{'a':{'display':'Marie'}}]}}]}",
            })
    void whoIsMeantIsTakenOutWhereverItStands(String body) throws Refused {
        assertThat(kept(body)).doesNotContain("Marie").doesNotContain("85073");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Observation','subject':{'reference':'Patient/1'}}",
                "{'resourceType':'Observation','code':{'coding':[{'code':'8867-4','display':'Heart rate'}]}}",
                "{'resourceType':'Observation','code':{'text':'Pulse','coding':[{'system':'http://loinc.org','code':'8867-4'}]}}",
                "{'resourceType':'Device','identifier':[{'system':'urn:x','value':'7'}],'serialNumber':'7'}",
            })
    void whatSaysNothingOfThemStaysByteByByte(String body) throws Refused {
        assertThat(kept(body)).isEqualTo(body.replace('\'', '"'));
    }

    private static String kept(String body) throws Refused {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new String(Source.of(bytes).bytes(), StandardCharsets.UTF_8);
    }
}
