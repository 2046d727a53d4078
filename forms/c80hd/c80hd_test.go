package c80hd

import (
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D102) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D102) }

func TestProperties(t *testing.T) { formtest.Properties(t, D102) }

// The agency makes it, and it was not read: it blocks nothing, and nothing of it is
// certain.
func TestOnlyCompares(t *testing.T) {
	if !D102.Agency {
		t.Error("the record is the agency's")
	}
	for _, tab := range []*form.Table{D102.Head, D102.Table} {
		for _, c := range tab.Columns() {
			if c.Conf != form.Low {
				t.Errorf("%s is %s", c.Tag, c.Conf)
			}
		}
		for _, r := range tab.Rules {
			if r.Level != form.Nhac {
				t.Errorf("rule %s is a %s", r.Code, r.Level)
			}
		}
	}
}
