package org.homeward.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoutesTest {
    @Test
    void aTemplateIsPutTogetherFromBothAnnotations() {
        assertThat(Routes.template("/api/v1/alerts", "{id}/acknowledge"))
                .isEqualTo("/api/v1/alerts/{id}/acknowledge");
        assertThat(Routes.template("/api/v1/alerts", null)).isEqualTo("/api/v1/alerts");
    }

    @Test
    void aPathKeepsOnlyWordsOfOurs() {
        assertThat(Routes.ofPath("/api/v1/patients/Durand Anne/readings/1950-02-03"))
                .isEqualTo("/api/v1/patients/{}/readings/{}");
    }
}
