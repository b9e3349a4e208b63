package org.homeward.kit.problem;

/// How a part of a service words its refusals, where that is not problem+json. Who speaks another
/// standard below some path is refused in its words there, however early the refusal comes.
public interface ProblemForm {
    boolean covers(String path);

    String mediaType();

    String encode(Problem problem);
}
