package org.homeward.ingest.fhir.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.sent.SentCode;

/// What several codings of one concept mean together.
final class Codings {
    private Codings() {}

    /// The first that the table knows, or else the first; one that is never charted before all
    /// others, whatever else the concept is called.
    ///
    /// @throws Fault if there is none, or if they are codes of different things
    static SentCode of(JsonNode node, String path) throws Fault {
        List<SentCode> codes = read(node.path("code").path("coding"), path);
        SentCode first = codes.getFirst();
        String meant = null;
        boolean agree = true;
        for (SentCode code : codes) {
            Code row = CodeTable.standard().find(code.system(), code.value()).orElse(null);
            if (row != null && row.kind() == Code.Kind.REFUSED) {
                return code;
            }
            if (row != null && meant == null) {
                first = code;
                meant = row.loinc();
            }
            agree &= row == null || row.loinc().equals(meant);
        }
        if (!agree) {
            throw new Fault(
                    422, "AMBIGUOUS_CODE", path + "code.coding: codes of different measures");
        }
        return first;
    }

    private static List<SentCode> read(JsonNode codings, String path) throws Fault {
        if (!codings.isArray() || codings.isEmpty()) {
            throw Fault.missing(path + "code.coding");
        }
        List<SentCode> codes = new ArrayList<>(codings.size());
        for (JsonNode coding : codings) {
            String system = coding.path("system").asText("");
            String code = coding.path("code").asText("");
            if (!code.isEmpty() && !system.isEmpty()) {
                codes.add(new SentCode(system.equals(CodeTable.LOINC) ? "" : system, code));
            }
        }
        if (codes.isEmpty()) {
            throw Fault.missing(path + "code.coding.code");
        }
        return codes;
    }
}
