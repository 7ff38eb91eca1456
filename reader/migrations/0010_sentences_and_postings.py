"""What sentences are found by: how each text is cut, and the sentences that hold each term."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reader', '0009_pages_of_an_article'),
    ]

    operations = [
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=60)),
                ('places', models.BinaryField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='reader.article')),
                ('project', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='reader.project')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('project', 'term', 'article'), name='one_posting_per_term_and_article')],
            },
        ),
        migrations.CreateModel(
            name='Sentences',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vocabulary', models.CharField(help_text="reader.text.vocabulary.fingerprint of the project's terms", max_length=16)),
                ('spans', models.BinaryField()),
                ('count', models.PositiveIntegerField()),
                ('terms', models.PositiveIntegerField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='reader.article')),
                ('project', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='reader.project')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='reader.textversion')),
            ],
            options={
                'verbose_name_plural': 'sentences',
                'indexes': [models.Index(fields=['project', 'vocabulary'], name='sentences_by_vocabulary')],
                'constraints': [models.UniqueConstraint(fields=('project', 'article'), name='sentences_once_per_article')],
            },
        ),
    ]
