package dev.concordat.registry.selector;

import dev.concordat.model.json.JsonBoolean;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonString;
import dev.concordat.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Reads one consumer version selector of a request's body, and says what is wrong with it in the words of the Pact dialect.
///
/// @param providerBranch the branch of the provider, for selectors of the matching branch
/// @param isEnvironment whether there is an environment of this name
public record SelectorReader(Optional<String> providerBranch, Predicate<String> isEnvironment) {
  private static final List<String> TEXTS =
      List.of("tag", "fallbackTag", "fallbackBranch", "consumer", "environment");
  private static final List<String> TRUE_ONLY =
      List.of("mainBranch", "matchingBranch", "deployed", "released", "deployedOrReleased");
  private static final List<String> OF_BRANCHES =
      List.of(
          "latest",
          "tag",
          "fallbackTag",
          "branch",
          "fallbackBranch",
          "matchingBranch",
          "mainBranch");
  private static final List<String> OF_ENVIRONMENTS =
      List.of("environment", "deployed", "released", "deployedOrReleased");

  /// What was read. A selector of what is deployed or released becomes two.
  ///
  /// @param errors without the place of the selector; empty where it can be used
  public record Read(List<ConsumerSelector> selectors, List<String> errors) {
    public Read {
      selectors = List.copyOf(selectors);
      errors = List.copyOf(errors);
    }
  }

  public Read read(JsonObject selector) {
    Set<String> errors = new LinkedHashSet<>();
    Set<String> broken = new LinkedHashSet<>();
    shapes(selector, errors, broken);
    if (broken.isEmpty()) {
      rules(selector, errors);
    }
    text(selector, "environment")
        .filter(name -> !broken.contains("environment") && !isEnvironment.test(name))
        .ifPresent(name -> errors.add("environment with name '" + name + "' does not exist"));
    return errors.isEmpty()
        ? new Read(selectors(selector), List.of())
        : new Read(List.of(), List.copyOf(errors));
  }

  private static void shapes(JsonObject selector, Set<String> errors, Set<String> broken) {
    for (String name : selector.members().keySet()) {
      JsonValue value = selector.member(name).orElseThrow();
      Optional<String> error = Optional.empty();
      boolean isEmpty = value.type().equals("null") || value.equals(new JsonString(""));
      if (TEXTS.contains(name)) {
        error =
            isEmpty
                ? Optional.of("must be filled")
                : value instanceof JsonString ? Optional.empty() : Optional.of("must be a string");
      } else if (TRUE_ONLY.contains(name)) {
        error =
            isEmpty
                ? Optional.of("must be filled")
                : isTrue(value) ? Optional.empty() : Optional.of("must be one of: true");
      } else if (name.equals("latest")) {
        error =
            isEmpty
                ? Optional.of("must be filled")
                : value instanceof JsonBoolean
                    ? Optional.empty()
                    : Optional.of("must be one of: true, false");
      } else if (name.equals("branch")) {
        error =
            isEmpty
                ? Optional.of("must be filled")
                : value instanceof JsonString || isTrue(value)
                    ? Optional.empty()
                    : Optional.of("must be a string or must be equal to true");
      }
      error.ifPresent(
          text -> {
            errors.add(name + " " + text);
            broken.add(name);
          });
    }
    text(selector, "consumer")
        .filter(String::isBlank)
        .filter(_ -> !broken.contains("consumer"))
        .ifPresent(_ -> errors.add("consumer cannot be blank"));
  }

  private void rules(JsonObject selector, Set<String> errors) {
    boolean isMain = isTrue(selector, "mainBranch");
    boolean isMatching = isTrue(selector, "matchingBranch");
    boolean isNotLatest = isFalse(selector, "latest");
    boolean hasTag = selector.has("tag");
    boolean hasBranch = selector.has("branch");
    boolean choosesAny =
        isMain
            || isMatching
            || hasTag
            || hasBranch
            || selector.has("environment")
            || isTrue(selector, "latest")
            || OF_ENVIRONMENTS.stream().anyMatch(name -> isTrue(selector, name));
    add(
        errors,
        !choosesAny,
        "must specify a value for environment or tag or branch, or specify mainBranch=true,"
            + " matchingBranch=true, latest=true, deployed=true, released=true or"
            + " deployedOrReleased=true");
    add(
        errors,
        isMain && hasOther(selector, "consumer", "mainBranch", "latest"),
        "cannot specify mainBranch=true with any other criteria apart from consumer");
    add(errors, isMain && isNotLatest, "cannot specify mainBranch=true with latest=false");
    add(
        errors,
        isMatching && hasOther(selector, "consumer", "matchingBranch"),
        "cannot specify matchingBranch=true with any other criteria apart from consumer");
    add(
        errors,
        isMatching && providerBranch.filter(name -> !name.isBlank()).isEmpty(),
        "the providerVersionBranch must be specified when the selector matchingBranch=true is used");
    add(errors, hasTag && hasBranch, "cannot specify both a tag and a branch");
    mixed(selector).ifPresent(errors::add);
    boolean hasFallbackTag = selector.has("fallbackTag");
    boolean hasFallbackBranch = selector.has("fallbackBranch");
    add(
        errors,
        hasFallbackTag && !isTrue(selector, "latest"),
        "fallbackTag can only be set if latest is true");
    add(
        errors,
        hasFallbackTag && !hasTag,
        "a tag must be specified when a fallbackTag is specified");
    add(
        errors,
        hasFallbackBranch && !hasBranch,
        "a branch must be specified when a fallbackBranch is specified");
    add(
        errors,
        hasFallbackBranch && isNotLatest,
        "fallbackBranch can only be set if latest is true");
    add(errors, hasBranch && isNotLatest, "cannot specify a branch with latest=false");
    both(selector, errors, "deployed", "released");
    both(selector, errors, "deployed", "deployedOrReleased");
    both(selector, errors, "released", "deployedOrReleased");
  }

  private static Optional<String> mixed(JsonObject selector) {
    List<String> branches = OF_BRANCHES.stream().filter(selector::has).sorted().toList();
    List<String> environments = OF_ENVIRONMENTS.stream().filter(selector::has).sorted().toList();
    return branches.isEmpty() || environments.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "cannot specify the " + fields(branches) + " with the " + fields(environments));
  }

  private static String fields(List<String> names) {
    return (names.size() == 1 ? "field " : "fields ") + String.join("/", names);
  }

  private static void both(JsonObject selector, Set<String> errors, String one, String other) {
    add(
        errors,
        isTrue(selector, one) && isTrue(selector, other),
        "cannot specify both " + one + "=true and " + other + "=true");
  }

  private static void add(Set<String> errors, boolean isWrong, String text) {
    if (isWrong) {
      errors.add(text);
    }
  }

  private static boolean hasOther(JsonObject selector, String... allowed) {
    return Stream.concat(OF_BRANCHES.stream(), OF_ENVIRONMENTS.stream())
        .filter(name -> !Arrays.asList(allowed).contains(name))
        .anyMatch(selector::has);
  }

  private List<ConsumerSelector> selectors(JsonObject selector) {
    Optional<String> consumer = text(selector, "consumer");
    Optional<String> environment = text(selector, "environment");
    Optional<String> tag = text(selector, "tag");
    Optional<String> branch = text(selector, "branch");
    List<ConsumerSelector> found = new ArrayList<>();
    if (isTrue(selector, "deployed") || isTrue(selector, "deployedOrReleased")) {
      found.add(new ConsumerSelector.Deployed(environment, consumer));
    }
    if (isTrue(selector, "released") || isTrue(selector, "deployedOrReleased")) {
      found.add(new ConsumerSelector.Released(environment, consumer));
    }
    if (!found.isEmpty()) {
      return found;
    }
    if (environment.isPresent()) {
      return List.of(new ConsumerSelector.InEnvironment(environment.get(), consumer));
    }
    if (isTrue(selector, "mainBranch")) {
      return List.of(new ConsumerSelector.MainBranch(consumer));
    }
    if (isTrue(selector, "matchingBranch")) {
      return List.of(
          new ConsumerSelector.Branch(providerBranch.orElseThrow(), Optional.empty(), consumer));
    }
    if (branch.isPresent()) {
      return List.of(
          new ConsumerSelector.Branch(branch.get(), text(selector, "fallbackBranch"), consumer));
    }
    if (isTrue(selector, "branch")) {
      return List.of(new ConsumerSelector.EveryBranch(consumer));
    }
    if (tag.isPresent()) {
      return List.of(
          isTrue(selector, "latest")
              ? new ConsumerSelector.LatestTagged(
                  tag.get(), text(selector, "fallbackTag"), consumer)
              : new ConsumerSelector.Tagged(tag.get(), consumer));
    }
    return List.of(new ConsumerSelector.Latest(consumer));
  }

  private static Optional<String> text(JsonObject object, String name) {
    return object.member(name).orElse(JsonObject.EMPTY) instanceof JsonString(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static boolean isTrue(JsonObject object, String name) {
    return object.member(name).filter(SelectorReader::isTrue).isPresent();
  }

  private static boolean isFalse(JsonObject object, String name) {
    return object.member(name).filter(JsonBoolean.of(false)::equals).isPresent();
  }

  private static boolean isTrue(JsonValue value) {
    return value.equals(JsonBoolean.of(true));
  }
}
