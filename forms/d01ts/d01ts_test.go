package d01ts

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D595) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D595) }

func TestProperties(t *testing.T) { formtest.Properties(t, D595) }

func TestSample(t *testing.T) { formtest.Sample(t, D595, "testdata/D01-TS-595.xml") }
