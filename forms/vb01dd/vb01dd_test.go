package vb01dd

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D366) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D366) }

func TestProperties(t *testing.T) { formtest.Properties(t, D366) }

// 100 million for 30 days is 900 000 đồng; before 01/07/2025 the rate was another.
func TestXuLy(t *testing.T) {
	if got, ok := XuLy(100_000_000, 30, 20261122); !ok || got != 900_000 {
		t.Errorf("got %d %v, want 900000", got, ok)
	}
	if _, ok := XuLy(100_000_000, 30, 20250630); ok {
		t.Error("a rate of before the law")
	}
}
