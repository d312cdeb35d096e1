package dev.concordat.contracts.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects the parts of a contract. Several of one id, which a contract should not have, become one part whose order says
/// nothing. Not thread-safe.
public final class Parts {
  private final Map<String, List<Term>> byId = new TreeMap<>();

  public void add(String id, Term part) {
    byId.computeIfAbsent(id, any -> new ArrayList<>()).add(part);
  }

  public Map<String, Term> all() {
    Map<String, Term> all = new TreeMap<>();
    byId.forEach(
        (id, terms) -> all.put(id, terms.size() == 1 ? terms.getFirst() : new Term.Bag(terms)));
    return all;
  }
}
