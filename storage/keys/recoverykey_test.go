package keys

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// vector is a key whose text must never change: it is on paper.
func vector() RecoveryKey {
	k := RecoveryKey{new([recoverySize]byte)}
	for i := range k.b {
		k.b[i] = byte(i*7+3) & 31
	}
	return k
}

const vectorText = "3AHRF-Z6DM1-V29GQ-QY5CB-KT18X-FPX4K-BJS05"

func TestRecoveryText(t *testing.T) {
	k := vector()
	if got := string(k.Text()); got != vectorText {
		t.Errorf("text %s, want %s", got, vectorText)
	}
	for _, typed := range []string{
		vectorText, strings.ToLower(vectorText), strings.ReplaceAll(vectorText, "-", ""), strings.ReplaceAll(vectorText, "-", "  "),
		"\n " + strings.ReplaceAll(vectorText, "-", " - ") + "\r\n", strings.ReplaceAll(vectorText, "0", "o"), strings.ReplaceAll(vectorText, "1", "l"),
		strings.ReplaceAll(vectorText, "-", "–"), strings.ReplaceAll(vectorText, "-", "\n"),
	} {
		got, err := ParseRecoveryKey([]byte(typed))
		if err != nil || *got.b != *k.b {
			t.Errorf("%q: %v", typed, err)
		}
	}
}

func TestHasGroup(t *testing.T) {
	k := vector()
	for _, c := range []struct {
		n     int
		typed string
		want  bool
	}{{1, "3AHRF", true}, {7, "bjs05", true}, {7, "BJSO5", true}, {7, " b-j s05", true}, {2, "Z6DML", true}, {2, "Z6DMI", true},
		{1, "3AHR", false}, {1, "3AHRFF", false}, {1, "", false}, {2, "3AHRF", false}, {0, "3AHRF", false}, {8, "3AHRF", false}, {1, "3AHRU", false}} {
		if got := k.HasGroup(c.n, []byte(c.typed)); got != c.want {
			t.Errorf("group %d, %q: %v", c.n, c.typed, got)
		}
	}
}

// Every single wrong character, every two that changed places within a group and
// every two groups that changed places are noticed, and the group is named.
func TestEveryTypingMistakeIsNamed(t *testing.T) {
	k := newRecoveryKey()
	text := bytes.ReplaceAll(k.Text(), []byte("-"), nil)
	named := func(typed []byte, groups ...int) {
		t.Helper()
		_, err := ParseRecoveryKey(typed)
		var typo *Typo
		if !errors.As(err, &typo) || fmt.Sprint(typo.Groups) != fmt.Sprint(groups) {
			t.Fatalf("%s: %v, want groups %v", typed, err, groups)
		}
		if want := "nhóm " + numbers(groups); !strings.Contains(Say(err), want) {
			t.Fatalf("%q does not say %s", Say(err), want)
		}
	}
	mistakes := 0
	for i := range text {
		for _, c := range []byte(crockford) {
			if c == text[i] {
				continue
			}
			bad := bytes.Clone(text)
			bad[i] = c
			named(bad, i/groupSize+1)
			mistakes++
		}
		for j := i + 1; j < (i/groupSize+1)*groupSize; j++ {
			if text[i] == text[j] {
				continue
			}
			bad := bytes.Clone(text)
			bad[i], bad[j] = bad[j], bad[i]
			named(bad, i/groupSize+1)
			mistakes++
		}
	}
	for i := range recoveryGroups {
		for j := i + 1; j < recoveryGroups; j++ {
			g := k.Groups()
			g[i], g[j] = g[j], g[i]
			named(bytes.Join(g, []byte("-")), i+1, j+1)
			mistakes++
		}
	}
	t.Logf("%d typing mistakes, all named", mistakes)
}

func TestRecoveryOfWrongLength(t *testing.T) {
	for typed, say := range map[string]string{
		"":                             "đang có 0",
		vectorText[:len(vectorText)-1]: "nhóm 7 gõ sai",
		strings.Replace(vectorText, "6D", "6", 1):   "nhóm 2 gõ sai",
		strings.ReplaceAll(vectorText, "-", "")[1:]: "đang có 34",
		vectorText + "A": "đang có 36",
		strings.Replace(vectorText, "V2", "VU", 1): `nhóm 3 có ký tự 'U'`,
		strings.Replace(vectorText, "V2", "V*", 1): `nhóm 3 có ký tự '*'`,
		"ắ": `nhóm 1 có ký tự 'ắ'`,
	} {
		_, err := ParseRecoveryKey([]byte(typed))
		if !errors.Is(err, ErrTypo) || !strings.Contains(Say(err), say) {
			t.Errorf("%q: %v; %q does not say %q", typed, err, Say(err), say)
		}
	}
}

func FuzzRecoveryKey(f *testing.F) {
	f.Add([]byte(vectorText))
	f.Add([]byte(strings.ToLower(vectorText)))
	f.Add([]byte("O0-Il1 U"))
	f.Fuzz(func(t *testing.T, typed []byte) {
		k, err := ParseRecoveryKey(typed)
		if err != nil {
			if !errors.Is(err, ErrTypo) || Say(err) == "" {
				t.Errorf("error is none of ours: %v", err)
			}
			return
		}
		again, err := ParseRecoveryKey(k.Text())
		if err != nil || *again.b != *k.b {
			t.Errorf("%q reads, its own text does not: %v", typed, err)
		}
	})
}
