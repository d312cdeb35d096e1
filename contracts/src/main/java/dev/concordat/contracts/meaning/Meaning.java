package dev.concordat.contracts.meaning;

import dev.concordat.contracts.Contract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Computes digests of meaning. What changes them and what does not is written in `docs/explanation/meaning.md`.
public final class Meaning {
  private Meaning() {}

  /// The digest of a contract and of each of its parts; nothing for a file of which no contract could be made.
  public static Optional<ContractMeaning> of(Contract contract) {
    return contract instanceof Meaningful meaningful
        ? Optional.of(ofMeaningful(meaningful))
        : Optional.empty();
  }

  private static ContractMeaning ofMeaningful(Meaningful contract) {
    Map<String, Term> parts = new TreeMap<>(contract.parts());
    List<String> ids = List.copyOf(parts.keySet());
    List<Term> roots = new ArrayList<>(parts.values());
    roots.add(
        TermMembers.of("contract")
            .put("own", contract.meaning())
            .put("parts", Term.members(parts))
            .term());
    List<String> digests = digests(roots);
    Map<String, String> byId = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byId.put(ids.get(i), digests.get(i));
    }
    return new ContractMeaning(digests.getLast(), byId);
  }

  /// The digest of one term.
  public static String digest(Term term) {
    return digests(List.of(term)).getFirst();
  }

  private static List<String> digests(List<Term> roots) {
    var graph = new TermGraph();
    int[] ids = roots.stream().mapToInt(graph::add).toArray();
    TiedGraph tied = graph.tied();
    int[] numbers = Arrays.stream(ids).map(tied::number).toArray();
    return new GraphDigests(tied.minimised()).of(numbers);
  }
}
