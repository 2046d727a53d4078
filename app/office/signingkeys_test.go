package office

import (
	"strings"
	"testing"
)

// Whoever's key may sign a file: another tax code is said, not forbidden.
func TestKeysOfOthersMaySignAFile(t *testing.T) {
	all := []KeyInfo{{Name: "a"}, {Name: "b", Unfit: true, others: true, Say: "x"}, {Name: "c", Unfit: true, Say: "hết hạn"}}
	allowOthers(all, "0100109106")
	if all[1].Unfit || !strings.Contains(all[1].Say, "0100109106") || !all[2].Unfit || all[0].Say != "" {
		t.Errorf("%+v", all)
	}
}
