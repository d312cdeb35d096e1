package dev.concordat.compare.mutation;

/// What is known of an edit of a schema: whether somebody breaks if the schema is a request's, and if it is a response's.
record Truth(boolean breaksRequests, boolean breaksResponses) {
  /// Fewer values are allowed.
  static final Truth NARROWS = new Truth(true, false);

  /// More values are allowed.
  static final Truth WIDENS = new Truth(false, true);

  /// Some are allowed that were not, and some no longer.
  static final Truth BOTH = new Truth(true, true);

  /// The same values, as far as anybody sends them.
  static final Truth SAFE = new Truth(false, false);
}
