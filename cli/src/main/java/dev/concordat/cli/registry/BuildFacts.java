package dev.concordat.cli.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What a build says of itself: the commit, the branch, and where its log is. Read from the variables of the usual systems
/// (their documentation, 2026), the first one that is there.
///
/// @param system its name, for people; `git` where only the repository says it
public record BuildFacts(
    String system, Optional<String> commit, Optional<String> branch, Optional<String> url) {

  /// One build system.
  ///
  /// @param marker the variable that only this system sets
  private record Known(
      String name,
      String marker,
      List<String> commit,
      List<String> branch,
      Function<Map<String, String>, Optional<String>> url) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "GitHub Actions",
              "GITHUB_ACTIONS",
              List.of("GITHUB_SHA"),
              List.of("GITHUB_HEAD_REF", "GITHUB_REF_NAME"),
              all ->
                  joined(
                      all,
                      "GITHUB_SERVER_URL",
                      "/",
                      "GITHUB_REPOSITORY",
                      "/actions/runs/",
                      "GITHUB_RUN_ID")),
          new Known(
              "GitLab CI",
              "GITLAB_CI",
              List.of("CI_COMMIT_SHA"),
              List.of(
                  "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_BRANCH", "CI_COMMIT_REF_NAME"),
              all -> first(all, List.of("CI_JOB_URL", "CI_PIPELINE_URL"))),
          new Known(
              "Jenkins",
              "JENKINS_URL",
              List.of("GIT_COMMIT"),
              List.of("CHANGE_BRANCH", "BRANCH_NAME", "GIT_LOCAL_BRANCH", "GIT_BRANCH"),
              all -> first(all, List.of("BUILD_URL"))),
          new Known(
              "CircleCI",
              "CIRCLECI",
              List.of("CIRCLE_SHA1"),
              List.of("CIRCLE_BRANCH"),
              all -> first(all, List.of("CIRCLE_BUILD_URL"))),
          new Known(
              "Azure Pipelines",
              "TF_BUILD",
              List.of("BUILD_SOURCEVERSION"),
              List.of("SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
              all ->
                  joined(
                      all,
                      "SYSTEM_COLLECTIONURI",
                      "",
                      "SYSTEM_TEAMPROJECT",
                      "/_build/results?buildId=",
                      "BUILD_BUILDID")),
          new Known(
              "Bitbucket Pipelines",
              "BITBUCKET_BUILD_NUMBER",
              List.of("BITBUCKET_COMMIT"),
              List.of("BITBUCKET_BRANCH"),
              all ->
                  joined(
                      all,
                      "BITBUCKET_GIT_HTTP_ORIGIN",
                      "/pipelines/results/",
                      "BITBUCKET_BUILD_NUMBER")),
          new Known(
              "Buildkite",
              "BUILDKITE",
              List.of("BUILDKITE_COMMIT"),
              List.of("BUILDKITE_BRANCH"),
              all -> first(all, List.of("BUILDKITE_BUILD_URL"))),
          new Known(
              "Travis CI",
              "TRAVIS",
              List.of("TRAVIS_PULL_REQUEST_SHA", "TRAVIS_COMMIT"),
              List.of("TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"),
              all -> first(all, List.of("TRAVIS_BUILD_WEB_URL"))),
          new Known(
              "Drone",
              "DRONE",
              List.of("DRONE_COMMIT_SHA"),
              List.of("DRONE_SOURCE_BRANCH", "DRONE_BRANCH"),
              all -> first(all, List.of("DRONE_BUILD_LINK"))),
          new Known(
              "Semaphore",
              "SEMAPHORE",
              List.of("SEMAPHORE_GIT_SHA"),
              List.of("SEMAPHORE_GIT_PR_BRANCH", "SEMAPHORE_GIT_BRANCH"),
              all ->
                  joined(
                      all, "SEMAPHORE_ORGANIZATION_URL", "/workflows/", "SEMAPHORE_WORKFLOW_ID")),
          new Known(
              "AppVeyor",
              "APPVEYOR",
              List.of("APPVEYOR_REPO_COMMIT"),
              List.of("APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH", "APPVEYOR_REPO_BRANCH"),
              all ->
                  joined(
                      all,
                      "APPVEYOR_URL",
                      "/project/",
                      "APPVEYOR_ACCOUNT_NAME",
                      "/",
                      "APPVEYOR_PROJECT_SLUG",
                      "/builds/",
                      "APPVEYOR_BUILD_ID")),
          new Known(
              "AWS CodeBuild",
              "CODEBUILD_BUILD_ID",
              List.of("CODEBUILD_RESOLVED_SOURCE_VERSION"),
              List.of("CODEBUILD_WEBHOOK_HEAD_REF"),
              all -> first(all, List.of("CODEBUILD_BUILD_URL"))),
          new Known(
              "TeamCity",
              "TEAMCITY_VERSION",
              List.of("BUILD_VCS_NUMBER"),
              List.of("BUILD_BRANCH"),
              all -> first(all, List.of("BUILD_URL"))));

  /// What the variables say; empty where this is no build.
  public static Optional<BuildFacts> of(Map<String, String> variables) {
    return KNOWN.stream()
        .filter(known -> !variables.getOrDefault(known.marker(), "").isBlank())
        .findFirst()
        .map(
            known ->
                new BuildFacts(
                    known.name(),
                    first(variables, known.commit()),
                    first(variables, known.branch()).map(BuildFacts::branchName),
                    known.url().apply(variables)));
  }

  private static String branchName(String reference) {
    return reference.replaceFirst("^refs/heads/", "").replaceFirst("^origin/", "");
  }

  private static Optional<String> first(Map<String, String> variables, List<String> names) {
    return names.stream()
        .map(name -> variables.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /// Variables and texts in turn; empty where a variable is not set.
  private static Optional<String> joined(Map<String, String> variables, String... parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      String value = i % 2 == 0 ? variables.getOrDefault(parts[i], "") : parts[i];
      if (i % 2 == 0 && value.isBlank()) {
        return Optional.empty();
      }
      text.append(value);
    }
    return Optional.of(text.toString());
  }
}
