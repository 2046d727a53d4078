package storage

import (
	"regexp"
	"strings"
)

// Errors name records by the ids that the store itself has given. What else stands
// in an id's place was typed by somebody, and may be a person's name or number:
// it does not get into an error.
var (
	ourID   = regexp.MustCompile(`^(HS|GN|NLD)\d{6,}$`)
	ourWord = regexp.MustCompile(`^[a-z]+(-[a-z]+)*(:(HS|GN|NLD)\d{6,})?$`)
	ourForm = regexp.MustCompile(`^[A-Z0-9]{2,5}-[A-Z0-9]{2,5}$`)
)

// notOurs stands where something else than an id of the store was given.
const notOurs = "▒"

// Ref is an id as an error may name it.
func Ref(id string) string {
	if ourID.MatchString(id) {
		return id
	}
	return notOurs
}

// quiet is what was being done, as an error may tell it: words of ours, ids of the
// store, and names of forms.
func quiet(what string) string {
	words := strings.Split(what, " ")
	for i, w := range words {
		if !ourWord.MatchString(w) && !ourID.MatchString(w) && !ourForm.MatchString(w) {
			words[i] = notOurs
		}
	}
	return strings.Join(words, " ")
}
