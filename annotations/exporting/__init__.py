"""Writing notes: articles and marks become an exports.Document, at once or in the background."""
