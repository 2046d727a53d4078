package xmlsig

import "strings"

// joinReferences resolves a URI reference against a base as Canonical XML 1.1,
// section 2.4, says: RFC 3986, section 5.2, but the base may itself be relative,
// leading ".." stay, and the fragment is dropped. Nothing is fetched.
func joinReferences(base, reference string) string {
	b, r := splitURI(base), splitURI(reference)
	r.fragment = ""
	switch {
	case r.scheme != "":
		r.path = removeDots(r.path)
		return r.String()
	case r.hasAuthority:
		r.path = removeDots(r.path)
	case r.path == "":
		r.path = removeDots(b.path)
		if !r.hasQuery {
			r.query, r.hasQuery = b.query, b.hasQuery
		}
	case strings.HasPrefix(r.path, "/"):
		r.path = removeDots(r.path)
	default:
		r.path = removeDots(b.merge(r.path))
	}
	if !r.hasAuthority {
		r.authority, r.hasAuthority = b.authority, b.hasAuthority
	}
	r.scheme = b.scheme
	return r.String()
}

// uriParts are the components of a URI reference.
type uriParts struct {
	scheme, authority, path, query, fragment string
	hasAuthority, hasQuery                   bool
}

func splitURI(s string) uriParts {
	var u uriParts
	s, u.fragment, _ = strings.Cut(s, "#")
	s, u.query, u.hasQuery = strings.Cut(s, "?")
	if i := strings.IndexAny(s, ":/"); i > 0 && s[i] == ':' {
		u.scheme, s = s[:i], s[i+1:]
	}
	if rest, ok := strings.CutPrefix(s, "//"); ok {
		u.hasAuthority = true
		end := strings.IndexByte(rest, '/')
		if end < 0 {
			end = len(rest)
		}
		u.authority, s = rest[:end], rest[end:]
	}
	u.path = s
	return u
}

// String puts the reference together again, without its fragment.
func (u uriParts) String() string {
	var b strings.Builder
	if u.scheme != "" {
		b.WriteString(u.scheme + ":")
	}
	if u.hasAuthority {
		b.WriteString("//" + u.authority)
	}
	b.WriteString(u.path)
	if u.hasQuery {
		b.WriteString("?" + u.query)
	}
	return b.String()
}

// merge puts a relative path in the place of the last segment of the base.
func (u uriParts) merge(path string) string {
	if u.hasAuthority && u.path == "" {
		return "/" + path
	}
	base := u.path
	if base == ".." || strings.HasSuffix(base, "/..") {
		base += "/"
	}
	return base[:strings.LastIndexByte(base, '/')+1] + path
}

// removeDots takes "." and ".." out of a path. Leading ".." of a relative path
// stay, several slashes become one, and a trailing ".." ends with a slash.
func removeDots(path string) string {
	rooted := strings.HasPrefix(path, "/")
	var kept []string
	folder := false // the path ends as a folder does
	for segment := range strings.SplitSeq(path, "/") {
		folder = true
		switch {
		case segment == "" || segment == ".":
		case segment != "..":
			kept, folder = append(kept, segment), false
		case len(kept) > 0 && kept[len(kept)-1] != "..":
			kept = kept[:len(kept)-1]
		case !rooted:
			kept = append(kept, "..")
		}
	}
	out := strings.Join(kept, "/")
	if rooted {
		out = "/" + out
	}
	if folder && len(kept) > 0 {
		out += "/"
	}
	return out
}
