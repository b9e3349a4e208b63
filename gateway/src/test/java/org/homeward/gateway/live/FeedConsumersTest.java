package org.homeward.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedConsumersTest {
    @Test
    void theFeedReadsCommittedRecordsWithoutAGroupAndNeverJumps() {
        assertThat(new FeedConsumers("127.0.0.1:1").settings())
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", false)
                .containsEntry("auto.offset.reset", "none")
                .doesNotContainKey("group.id");
    }
}
