"""The terms of the W3C annotation vocabulary that tests need, as http://www.w3.org/ns/anno.jsonld defines them."""

ADDRESS = "http://www.w3.org/ns/anno.jsonld"
PREFIXES = {
    "oa": "http://www.w3.org/ns/oa#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_OWN = ("Annotation", "TextualBody", "SpecificResource", "TextQuoteSelector", "TextPositionSelector")
_MOTIVES = ("tagging", "commenting", "highlighting", "classifying")
_LINKS = {
    "body": "oa:hasBody",
    "target": "oa:hasTarget",
    "source": "oa:hasSource",
    "selector": "oa:hasSelector",
    "scope": "oa:hasScope",
    "refinedBy": "oa:refinedBy",
    "creator": "dcterms:creator",
    "first": "as:first",
    "partOf": "as:partOf",
}
_STRINGS = {
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "bodyValue": "oa:bodyValue",
    "value": "rdf:value",
    "name": "foaf:name",
    "nickname": "foaf:nick",
    "label": "rdfs:label",
    "format": "dc:format",
    "language": "dc:language",
}
_NUMBERS = {"start": "oa:start", "end": "oa:end", "startIndex": "as:startIndex", "total": "as:totalItems"}
CONTEXT = {
    **PREFIXES,
    "id": "@id",
    "type": "@type",
    "Person": "foaf:Person",
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    **{name: f"oa:{name}" for name in (*_OWN, *_MOTIVES)},
    **{name: {"@id": id, "@type": "@id"} for name, id in _LINKS.items()},
    **{name: {"@id": id, "@type": "xsd:string"} for name, id in _STRINGS.items()},
    **{name: {"@id": id, "@type": "xsd:nonNegativeInteger"} for name, id in _NUMBERS.items()},
    **{name: {"@id": f"dcterms:{name}", "@type": "xsd:dateTime"} for name in ("created", "modified")},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
}
