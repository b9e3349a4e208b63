package org.homeward.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
    @Test
    void whatIsWrittenIsRead() {
        Actor actor = new Actor("00000000-0000-4000-8000-000000000003", "nurse", "care");
        assertThat(Actor.parse(actor.toHeader())).contains(actor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sub=a",
                "sub=a;role=nurse",
                "sub=a;role=king;purpose=care",
                "sub=;role=nurse;purpose=care",
                "sub=a;role=nurse;purpose=care;role=physician",
                "sub=a;role=nurse;purpose=care;extra=1",
                "role",
            })
    void anythingElseNamesNobody(String header) {
        assertThat(Actor.parse(header)).isEmpty();
    }

    @Test
    void aSubjectCannotSmuggleARole() {
        assertThatThrownBy(() -> new Actor("a;role=physician", "nurse", "care"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
