package office

import (
	"context"
	"strings"
	"testing"
)

// Who practises is told about the token too, and none of it counts as ill; who
// declares for real needs it, and what keeps it from signing does count.
func TestCheckupTellsOfTokensAlways(t *testing.T) {
	o, driver := tokenDesk(t)
	driver.Order(t, "flags=0x40000") // a locked PIN
	locked := func(c Checkup) *Exam {
		for i, x := range c.Tokens {
			if strings.Contains(x.Say, "mã PIN đã bị khoá") {
				return &c.Tokens[i]
			}
		}
		t.Fatalf("nobody tells of the locked PIN: %+v", c.Tokens)
		return nil
	}
	c, err := o.Checkup(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if x := locked(c); !c.TokensLater || x.Level() != Yellow {
		t.Errorf("in practice: later %v, %+v", c.TokensLater, x)
	}
	for _, x := range append(c.Work, o.Examine(t.Context())...) {
		if strings.Contains(x.Say, "PIN") {
			t.Errorf("among a month's work in practice: %+v", x)
		}
	}
	dv, err := o.Company(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dv.MaSoThue, dv.ThucHanh = "0300588569", false
	if found, err := o.PutCompany(t.Context(), dv); err != nil || blocking(found) {
		t.Fatalf("company: %v %v", found, err)
	}
	if err := o.SetCompany(t.Context(), dv.MaSoThue); err != nil {
		t.Fatal(err)
	}
	if c, err = o.Checkup(t.Context()); err != nil {
		t.Fatal(err)
	}
	if x := locked(c); c.TokensLater || x.Level() != Red {
		t.Errorf("for real: later %v, %+v", c.TokensLater, x)
	}
	if all := o.Examine(t.Context()); len(all) != len(c.Work)+len(c.Tokens) {
		t.Errorf("the console shows %d lines, the window %d and %d", len(all), len(c.Work), len(c.Tokens))
	}
}

// A checkup that is given up says nothing, least of all that a driver hangs.
func TestCheckupGivenUp(t *testing.T) {
	o := openDesk(t, t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if c, err := o.Checkup(ctx); err != context.Canceled || c.Work != nil || c.Tokens != nil {
		t.Errorf("%v, %+v", err, c)
	}
}

// Before there is an employer everything else is looked at all the same.
func TestCheckupWithoutEmployer(t *testing.T) {
	c, err := openDesk(t, t.TempDir()).Checkup(t.Context())
	if err != nil || !c.TokensLater || len(c.Tokens) == 0 {
		t.Fatalf("%v, %+v", err, c)
	}
	if last := c.Work[len(c.Work)-1]; last.Name != "Đơn vị" || last.Level() != Red {
		t.Errorf("the last line is %+v", last)
	}
}

func TestLevelOfALine(t *testing.T) {
	for want, x := range map[Level]Exam{
		Green: well("Đồng hồ", "đúng"), Red: ill("Đồng hồ", "sai", ""), Yellow: {OK: true, Say: "còn 20 ngày", Remedy: "Gia hạn."},
	} {
		if got := x.Level(); got != want {
			t.Errorf("%+v is %s, want %s", x, got, want)
		}
	}
}
