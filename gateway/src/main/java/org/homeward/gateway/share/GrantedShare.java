package org.homeward.gateway.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.homeward.gateway.access.Relation;
import org.jspecify.annotations.Nullable;

/// A share with the relation it brought about, which is not shown to people.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantedShare(@JsonUnwrapped ShareView share, @Nullable Relation relation) {}
