package org.homeward.gateway.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.homeward.gateway.access.Relation;
import org.jspecify.annotations.Nullable;

/// A patient with the relation that the command brought about, which is not shown to people.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegisteredPatient(@JsonUnwrapped PatientView patient, @Nullable Relation relation) {}
