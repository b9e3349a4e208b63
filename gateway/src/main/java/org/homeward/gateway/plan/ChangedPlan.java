package org.homeward.gateway.plan;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.homeward.gateway.access.Relation;
import org.jspecify.annotations.Nullable;

/// A new version with the relation that it brought about, which is not shown to people.
public record ChangedPlan(@JsonUnwrapped CarePlanView plan, @Nullable Relation relation) {}
