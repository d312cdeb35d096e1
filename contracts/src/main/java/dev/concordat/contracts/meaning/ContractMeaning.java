package dev.concordat.contracts.meaning;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The digests of a contract's meaning.
///
/// @param digest of the whole, SHA-256 in hexadecimal
/// @param parts of each operation, interaction or stub, by its id
public record ContractMeaning(String digest, Map<String, String> parts) {
  public ContractMeaning {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }
}
