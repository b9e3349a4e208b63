package org.homeward.launcher.command;

import org.homeward.launcher.StackConfig;

/// What a newcomer reads when all is ready: where to look and who to be.
final class Welcome {
    private Welcome() {}

    static String text(StackConfig config, boolean ward, boolean background) {
        return """

        Homeward is up.

          Dashboard   %s   sign in as nurse, password nurse
          API         %s/api/v1   token: ./homeward token nurse
          FHIR R4     %s/fhir/R4/metadata
          Devices     %s/telemetry/v1/readings, MQTT on 127.0.0.1:%d
          Keycloak    %s/realms/homeward
          Logs        %s

          Demo users, each with the own name as password: nurse, physician, gp, patient, carer,
          manager, device-admin, ops-admin, auditor; in the other hospital nurse2, physician2.
        %s%s"""
                .formatted(
                        config.gatewayUrl(),
                        config.gatewayUrl(),
                        config.gatewayUrl(),
                        config.ingestUrl(),
                        config.ports().mqtt(),
                        config.keycloakUrl(),
                        config.logs(),
                        ward
                                ? "  The demo ward fills now and then sends readings (./homeward status: ward"
                                        + " ready);\n  two minutes later one patient gets worse.\n"
                                : "",
                        background ? "  ./homeward down stops it." : "  Ctrl-C stops it.");
    }
}
