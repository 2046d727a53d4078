package d03ts

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D595) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D595) }

func TestProperties(t *testing.T) { formtest.Properties(t, D595) }

func TestSample(t *testing.T) { formtest.Sample(t, D595, "testdata/D03-TS-595.xml") }
